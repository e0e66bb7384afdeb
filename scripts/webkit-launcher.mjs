// WebKitGTK for @web/test-runner. It poses as Puppeteer and its page knows what the commands of
// @web/test-runner-commands ask of one.
import { launchWebKit } from './webkit.mjs';

/** Where the frame for the tests is served, by `webkitFrame`. */
const FRAME = '/__webkit-frame__.html';

/** Tests run in a frame, since the window cannot be as narrow as a phone. Serves the page around it. */
export const webkitFrame = {
  name: 'webkit-frame',
  serve: ({ path }) =>
    path === FRAME
      ? {
          type: 'html',
          body: '<!doctype html><style>body{margin:0}iframe{border:0;display:block}</style><iframe></iframe>',
        }
      : undefined,
};

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
};
const buttons = ['left', 'middle', 'right'];

const pageOf = ({ send, run }) => {
  const act = (type, ...actions) => send('POST', '/actions', { actions: [{ type, id: type, actions }] });
  const key = (type, name) => ({ type, value: keys[name] ?? name });
  const press = (name) => [key('keyDown', name), key('keyUp', name)];
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
  const button = (type, { button: name = 'left' } = {}) => ({ type, button: buttons.indexOf(name) });
  return {
    keyboard: {
      type: (text) => act('key', ...[...text].flatMap(press)),
      press: (name) => act('key', ...press(name)),
      down: (name) => act('key', key('keyDown', name)),
      up: (name) => act('key', key('keyUp', name)),
    },
    mouse: {
      move: (x, y) => act('pointer', move(x, y)),
      click: (x, y, options) =>
        act('pointer', move(x, y), button('pointerDown', options), button('pointerUp', options)),
      down: (options) => act('pointer', button('pointerDown', options)),
      up: (options) => act('pointer', button('pointerUp', options)),
      reset: () => send('DELETE', '/actions'),
    },
    setViewport: ({ width, height }) =>
      run(
        `const { style } = document.querySelector('iframe');
         style.width = arguments[0] + 'px';
         style.height = arguments[1] + 'px';`,
        width,
        height,
      ),
  };
};

export const webkitLauncher = () => {
  let browser;
  let page;
  let active;
  const start = async () => {
    browser = await launchWebKit();
    page = pageOf(browser);
    await browser.send('POST', '/window/rect', { x: 0, y: 0, width: 1500, height: 1200 }); // holds every frame whole
  };
  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1, // a session of the driver has one window in front
    async startSession(id, url) {
      if (!browser) await start();
      active = id;
      await browser.open(new URL(FRAME, url).href);
      await page.setViewport({ width: 800, height: 600 });
      await browser.run(
        `const frame = document.querySelector('iframe');
         frame.onload = () => frame.contentWindow.focus();
         frame.src = arguments[0];`,
        url,
      );
    },
    isActive: (id) => active === id,
    getPage: () => page,
    getBrowserUrl: () => FRAME,
    async stopSession() {
      active = undefined;
      await browser.open('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error('no debugging in WebKitGTK');
    },
    stop: async () => browser?.close(),
  };
};

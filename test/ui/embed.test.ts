import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { embed as en } from '../../src/locales/en.js';
import { embed as kk } from '../../src/locales/kk.js';
import { embed as ru } from '../../src/locales/ru.js';
import { fill } from '../../src/locales/texts.js';
import { embedElement, type EmbedElement, type EmbedState, type Placeholder } from '../../src/ui/embed-element.js';
import { darkSystem, desktop, langs, one, phone, reset } from './fixture.js';

const texts = { ru, kk, en };

const asked: { action: string; person: boolean }[] = [];
const changes: EmbedElement[] = [];
const gone: EmbedElement[] = [];

customElements.define(
  'timebot-embed',
  embedElement({
    create: (tag) => document.createElement(tag),
    changed: (element) => changes.push(element),
    left: (element) => gone.push(element),
    asked: (_element, action, { isTrusted }) => asked.push({ action, person: isTrusted }),
  }),
);

const isEmbed = (element: Element): element is EmbedElement => 'focusShown' in element;

const PICTURE = new URL('../gate/pixel.svg', import.meta.url).href;
const FRAME: EmbedState = {
  frame: { title: 'A talk', src: new URL('../gate/frame.html', import.meta.url).href, allow: 'fullscreen' },
};

type Lang = keyof typeof texts;

const placeholder = (lang: Lang, more: Partial<Placeholder> = {}): EmbedState => ({
  placeholder: {
    lang,
    theme: 'light',
    title: 'A talk about everything that a visitor may want to know',
    poster: undefined,
    text: fill(texts[lang].about, { service: 'YouTube', recipient: 'Google, United States' }),
    keys: [
      { action: 'show-once', label: texts[lang].once },
      { action: 'show-always', label: texts[lang].always },
    ],
    settings: texts[lang].settings,
    ...more,
  },
});

/** The longest of texts. */
const extent = (lang: Lang): EmbedState =>
  placeholder(lang, {
    text: fill(texts[lang].extent, { service: 'YouTube', purpose: 'Personalisation' }),
    keys: [
      { action: 'allow', label: texts[lang].allow },
      { action: 'back', label: texts[lang].back },
    ],
  });

const mount = async (
  state: EmbedState | undefined,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ element: EmbedElement; root: ShadowRoot }> => {
  const element = await fixture(html`<timebot-embed><a href="https://youtu.be/1">On YouTube</a></timebot-embed>`);
  if (!isEmbed(element) || !element.shadowRoot) throw new Error('not defined');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.show(state);
  return { element, root: element.shadowRoot };
};

const keysOf = (root: ShadowRoot): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.key')];

describe('the placeholder of an embed', () => {
  afterEach(async () => {
    asked.length = 0;
    await reset();
  });

  for (const lang of langs) {
    for (const theme of ['light', 'dark']) {
      it(`axe finds nothing: ${lang}, ${theme}`, async () => {
        for (const poster of [undefined, PICTURE]) {
          const { element, root } = await mount(placeholder(lang, { theme, poster }));
          expect(root.querySelectorAll('img').length).to.equal(poster ? 1 : 0);
          await expect(element).to.be.accessible();
        }
      });
    }

    it(`phone, ${lang}: the box keeps its size, every answer is in sight and every word within reach`, async () => {
      await setViewport(phone);
      for (const state of [placeholder(lang), placeholder(lang, { poster: PICTURE }), extent(lang)]) {
        const { element, root } = await mount(FRAME);
        const empty = element.getBoundingClientRect();
        element.show(state);
        const box = element.getBoundingClientRect();
        expect([box.width, box.height]).to.deep.equal([empty.width, empty.height]);
        expect(box.right).to.be.at.most(phone.width);
        for (const key of keysOf(root)) {
          const { left, right, top, bottom, height } = key.getBoundingClientRect();
          const inside = [left >= box.left, right <= box.right, top >= box.top, bottom <= box.bottom];
          expect(inside, key.textContent).to.deep.equal([true, true, true, true]);
          expect(key.scrollWidth, key.textContent).to.be.at.most(key.clientWidth);
          expect(height, key.textContent).to.be.at.least(44);
        }
        const text = one(root, '.text');
        expect(text.scrollWidth).to.equal(text.clientWidth);
        text.scrollTop = text.scrollHeight;
        const link = one(root, '.link').getBoundingClientRect();
        expect(link.bottom).to.be.at.most(text.getBoundingClientRect().bottom + 1);
        element.remove();
      }
    });
  }

  it('has the text of a dark system, where no theme is set', async () => {
    await darkSystem();
    const { element, root } = await mount(placeholder('en', { theme: 'auto' }));
    expect(getComputedStyle(one(root, '.placeholder')).backgroundColor).to.equal('rgb(25, 28, 35)');
    await expect(element).to.be.accessible();
  });

  it('both answers look the same, and each says what it is about', async () => {
    const { root } = await mount(placeholder('en'));
    const [once, always] = keysOf(root);
    if (!once || !always) throw new Error('two answers');
    const look = (key: HTMLElement): readonly string[] => {
      const { color, backgroundColor, fontSize, fontWeight, borderTopColor, height } = getComputedStyle(key);
      return [color, backgroundColor, fontSize, fontWeight, borderTopColor, height];
    };
    expect(look(once)).to.deep.equal(look(always));
    for (const key of [once, always]) {
      expect(one(root, `#${key.getAttribute('aria-describedby')}`).textContent).to.contain('A talk');
    }
  });

  it('is used by keyboard: the link in it, the settings, both answers', async () => {
    const { root } = await mount(placeholder('en'));
    await sendKeys({ press: 'Tab' });
    one(root, '.link').focus();
    expect(getComputedStyle(one(root, '.link')).outline)
      .to.contain('3px')
      .and.to.contain('solid');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(asked).to.deep.equal([
      { action: 'show-once', person: true },
      { action: 'show-always', person: true },
    ]);
  });

  it('tells a script from a person', async () => {
    const { root } = await mount(placeholder('en'));
    one(root, '[data-action=show-once]').click();
    expect(asked).to.deep.equal([{ action: 'show-once', person: false }]);
  });
});

describe('an embed', () => {
  afterEach(reset);

  it('shows what stands in it until its owner says what to show, and within the placeholder', async () => {
    const { element } = await mount(undefined);
    const link = one(element, 'a');
    expect(link.checkVisibility()).to.equal(true);
    element.show(placeholder('en'));
    expect(link.checkVisibility()).to.equal(true);
    element.show(FRAME);
    expect(link.checkVisibility()).to.equal(false);
  });

  it('puts the focus where it had been: into the frame, and back to the text', async () => {
    const { element, root } = await mount(placeholder('en'));
    const status = one(root, '[role=status]');
    one(root, '[data-action=show-once]').focus();
    element.show(FRAME, 'Shown: A talk');
    expect(root.activeElement?.localName).to.equal('iframe');
    expect(status.textContent).to.equal('Shown: A talk');
    element.show(placeholder('en'), 'Hidden: A talk');
    expect(root.activeElement?.className).to.equal('text');
    expect([status.textContent, status.isConnected]).to.deep.equal(['Hidden: A talk', true]);
  });

  it('takes no focus that it did not have', async () => {
    const { element } = await mount(placeholder('en'));
    element.show(FRAME);
    expect(document.activeElement).not.to.equal(element);
  });

  it('loads a frame once, however often it is told to', async () => {
    const { element, root } = await mount(FRAME);
    const frame = one(root, 'iframe');
    await oneEvent(frame, 'load');
    element.show({ ...FRAME });
    expect(one(root, 'iframe')).to.equal(frame);
  });

  it('is empty when it is taken out, and says so', async () => {
    const { element, root } = await mount(FRAME);
    element.remove();
    expect(root.querySelector('iframe')).to.equal(null);
    expect(gone.at(-1)).to.equal(element);
  });

  it('tells of what its markup becomes', async () => {
    const { element } = await mount(undefined);
    const before = changes.length;
    element.setAttribute('src', 'https://youtu.be/2');
    element.setAttribute('class', 'wide');
    expect(changes.slice(before)).to.deep.equal([element]);
  });

  for (const [name, attributes, [width, height]] of [
    ['16 to 9 of the room there is', {}, [640, 360]],
    ['as an image has it', { width: '400', height: '300' }, [400, 300]],
    ['a height alone', { height: '250' }, [640, 250]],
    ['nothing of what is no number', { width: '100%', height: '1em}' }, [640, 360]],
  ] as const) {
    it(`its box: ${name}`, async () => {
      await setViewport(desktop);
      const { element } = await mount(placeholder('en'), attributes);
      const room = element.parentElement;
      if (room) room.style.width = '640px';
      expect([element.offsetWidth, element.offsetHeight]).to.deep.equal([width, height]);
    });
  }
});

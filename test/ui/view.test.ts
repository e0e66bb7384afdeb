import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ConsentElement } from '../../src/ui/consent-element.js';
import { action, desktop, mount, one, phone, reset, show, stateIn } from './fixture.js';

const displayed = (element: Element): boolean => getComputedStyle(element).display !== 'none';

describe('the view attribute', () => {
  const sheet = new CSSStyleSheet();
  before(() => document.adoptedStyleSheets.push(sheet));
  afterEach(async () => {
    sheet.replaceSync('');
    await reset();
  });

  it('shows nothing before there is a state', async () => {
    const element = await fixture<ConsentElement>(html`<timebot-consent></timebot-consent>`);
    expect(element.getAttribute('view')).to.equal('closed');
    expect(displayed(element)).to.equal(false);
  });

  it('follows the state', async () => {
    const { element } = await mount(stateIn('ru'));
    expect([element.getAttribute('view'), displayed(element)]).to.deep.equal(['banner', true]);
    await show(element, stateIn('ru', { view: 'closed' }));
    expect([element.getAttribute('view'), displayed(element)]).to.deep.equal(['closed', false]);
  });

  it('hides at once when it is set to closed', async () => {
    const { element } = await mount(stateIn('ru'));
    element.setAttribute('view', 'closed');
    expect([displayed(element), element.offsetHeight]).to.deep.equal([false, 0]);
  });

  it('is seen by the tools that look for a banner: fixed, with a height', async () => {
    for (const view of ['banner', 'preferences'] as const) {
      const { element, root } = await mount(stateIn('ru', { view }));
      expect(getComputedStyle(element).position).to.equal('fixed');
      expect(element.offsetHeight).to.be.above(100);
      expect(action(root, 'reject-all').offsetParent === null).to.equal(false);
      element.remove();
    }
  });

  it('shifts nothing in the page', async () => {
    const { element } = await mount(stateIn('ru', { view: 'closed' }));
    const page = document.createElement('p');
    element.after(page);
    const before = page.getBoundingClientRect().y;
    await show(element, stateIn('ru'));
    expect(page.getBoundingClientRect().y).to.equal(before);
  });

  const resets = [
    '* { all: unset !important }',
    'timebot-consent { display: inline; position: static; margin: 50px; color: red; font: 40px serif; text-align: right }',
    'body * { display: flex !important; position: relative !important; z-index: 0 !important }',
  ];
  for (const css of resets) {
    it(`is as good on a page with ${css}`, async () => {
      await setViewport(desktop);
      sheet.replaceSync(css);
      const { element, root } = await mount(stateIn('en'));
      const { left, right, bottom } = one(root, 'section').getBoundingClientRect();
      expect([left, right, bottom]).to.deep.equal([0, desktop.width, desktop.height]);
      const { color, fontSize, textAlign } = getComputedStyle(one(root, '[part=text] p'));
      expect([color, fontSize, textAlign]).to.deep.equal(['rgb(22, 27, 38)', '15px', 'start']);
      expect(getComputedStyle(element).zIndex).to.equal('2147483647');
      element.setAttribute('view', 'closed');
      expect(displayed(element)).to.equal(false);
    });
  }

  const places = [
    { attributes: {}, at: ['left', 'right', 'bottom'] },
    { attributes: { position: 'top' }, at: ['left', 'right', 'top'] },
    { attributes: { layout: 'box' }, at: ['right', 'bottom'] },
    { attributes: { layout: 'box', position: 'bottom-right' }, at: ['right', 'bottom'] },
    { attributes: { layout: 'box', position: 'bottom-left' }, at: ['left', 'bottom'] },
  ];
  for (const { attributes, at } of places) {
    it(`stands where ${JSON.stringify(attributes)} says`, async () => {
      const edges = async (size: typeof phone): Promise<string[]> => {
        await setViewport(size);
        const { root } = await mount(stateIn('en'), attributes);
        const { left, top, right, bottom } = one(root, 'section').getBoundingClientRect();
        const gaps = { left, right: size.width - right, top, bottom: size.height - bottom };
        return Object.entries(gaps).flatMap(([name, gap]) => (gap <= 16 ? name : []));
      };
      expect((await edges(desktop)).sort()).to.deep.equal([...at].sort());
      const narrow = at.includes('top') ? 'top' : 'bottom';
      expect((await edges(phone)).sort()).to.deep.equal(['left', 'right', narrow].sort());
    });
  }
});

describe('the theme attribute', () => {
  const dark = 'rgb(25, 28, 35)';
  const light = 'rgb(255, 255, 255)';

  for (const [theme, colour] of [
    ['auto', light],
    ['light', light],
    ['dark', dark],
  ] as const) {
    it(`${theme}, on a light system`, async () => {
      const { root } = await mount(stateIn('en'), { theme });
      expect(getComputedStyle(one(root, 'section')).backgroundColor).to.equal(colour);
    });
  }

  it('takes the colours of the site, in both', async () => {
    for (const theme of ['light', 'dark']) {
      const { element, root } = await mount(stateIn('en'), { theme });
      element.style.setProperty('--timebot-consent-accent', 'rgb(1, 2, 3)');
      element.style.setProperty('--timebot-consent-background', 'rgb(4, 5, 6)');
      expect(getComputedStyle(action(root, 'accept-all')).backgroundColor).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(one(root, 'section')).backgroundColor).to.equal('rgb(4, 5, 6)');
    }
  });
});

import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { darkSystem, decided, desktop, langs, mount, offerWith, one, phone, reset, stateIn } from './fixture.js';

const services = [
  {
    id: 'pixel',
    purpose: 'ads',
    name: 'Pixel',
    vendor: 'Acme',
    recipient: 'Acme',
    country: 'US',
    keeps: [{ in: 'cookie', name: '_px', days: 90, host: 'acme.example', httpOnly: true, about: 'counts' }],
  },
  { id: 'basket', purpose: 'necessary', keeps: [] },
  { id: 'counter', purpose: 'telemetry' },
] as const;
const offer = offerWith(services);

describe('axe finds nothing', () => {
  afterEach(reset);

  for (const lang of langs) {
    for (const theme of ['light', 'dark']) {
      it(`in the banner, ${lang}, ${theme}`, async () => {
        const { element } = await mount(stateIn(lang, { reason: 'offer', offer }), { theme });
        await expect(element).to.be.accessible();
      });

      it(`in the banner about what is new, to a browser with Global Privacy Control, ${lang}, ${theme}`, async () => {
        const news = offer.purposes.filter(({ id }) => id === 'ads');
        const { element, root } = await mount(stateIn(lang, { reason: 'offer', offer, news, gpc: true }), { theme });
        expect(root.querySelectorAll('.note').length).to.equal(2);
        await expect(element).to.be.accessible();
      });

      it(`in the preferences, ${lang}, ${theme}`, async () => {
        const decision = decided(['ads']);
        const { element, root } = await mount(
          stateIn(
            lang,
            { view: 'preferences', offer, decision, reason: undefined, outcome: 'withdrawn', gpc: true },
            services,
          ),
          { theme },
        );
        for (const details of root.querySelectorAll('details')) details.open = true;
        await expect(element).to.be.accessible();
      });
    }
  }

  for (const view of ['banner', 'preferences'] as const) {
    it(`in the ${view} of a phone with a dark system`, async () => {
      await setViewport(phone);
      await darkSystem();
      const { element, root } = await mount(stateIn('kk', { view }));
      expect(getComputedStyle(one(root, '.box')).backgroundColor).to.equal('rgb(25, 28, 35)');
      await expect(element).to.be.accessible();
    });
  }

  it('in a box', async () => {
    await setViewport(desktop);
    const { element } = await mount(stateIn('ru'), { layout: 'box' });
    await expect(element).to.be.accessible();
  });
});

describe('focus and movement', () => {
  afterEach(reset);

  it('every control shows a ring when it is focused by keyboard', async () => {
    for (const view of ['banner', 'preferences'] as const) {
      const { element, root } = await mount(stateIn('en', { view }));
      await sendKeys({ press: 'Tab' }); // from now on focus is the keyboard's
      for (const control of root.querySelectorAll<HTMLElement>('button, a, input:enabled, summary')) {
        control.focus();
        expect(getComputedStyle(control).outline, control.outerHTML).to.contain('3px').and.to.contain('solid');
      }
      element.remove();
    }
  });

  it('nothing moves', async () => {
    for (const view of ['banner', 'preferences'] as const) {
      const { element, root } = await mount(stateIn('en', { view }));
      expect(root.getAnimations()).to.deep.equal([]);
      element.remove();
    }
  });
});

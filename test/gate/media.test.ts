import { expect } from '@open-wc/testing';
import { bench, clear, frame, FRAME, image, once } from './fixture.js';

/** One pixel. */
const PIXEL = new URL('./pixel.svg', import.meta.url).href;

afterEach(clear);

describe('gated frames and images', () => {
  it('have no address while nothing is allowed', () => {
    const elements = [
      frame({ 'data-consent': 'ads', 'data-src': FRAME }),
      image({ 'data-consent': 'ads', 'data-src': PIXEL }),
    ];
    const { gate, warnings } = bench(elements);
    gate.update();
    for (const element of elements) expect(element.hasAttribute('src')).to.equal(false);
    expect(warnings).to.deep.equal([]);
  });

  it('load once they are allowed', async () => {
    const [a, b] = [
      frame({ 'data-consent': 'ads', 'data-src': FRAME }),
      image({ 'data-consent': 'ads', 'data-src': PIXEL }),
    ];
    const { gate, allowed } = bench([a, b]);
    allowed.add('ads');
    const loaded = Promise.all([once(a, 'load'), once(b, 'load')]);
    gate.update();
    await loaded;
    expect(a.src).to.equal(FRAME);
    expect(a.contentDocument?.title).to.equal('A frame of the page');
    expect(b.src).to.equal(PIXEL);
    expect(b.naturalWidth).to.equal(1);
  });

  it('load once, however often the gate is told', () => {
    const element = image({ 'data-consent': 'ads', 'data-src': PIXEL });
    const { gate, allowed } = bench([element]);
    allowed.add('ads');
    gate.update();
    element.setAttribute('src', `${PIXEL}?changed-by-the-page`);
    gate.update();
    expect(element.src).to.equal(`${PIXEL}?changed-by-the-page`);
  });

  it('close at once when consent is withdrawn, and open when it comes back', async () => {
    const [a, b] = [
      frame({ 'data-consent': 'ads', 'data-src': FRAME }),
      image({ 'data-consent': 'ads', 'data-src': PIXEL }),
    ];
    const { gate, allowed } = bench([a, b]);
    allowed.add('ads');
    const loaded = once(a, 'load');
    gate.update();
    await loaded;

    allowed.delete('ads');
    gate.update();
    expect([a, b].map((element) => element.hasAttribute('src'))).to.deep.equal([false, false]);
    expect(a.contentWindow?.location.href, 'in the same task').to.equal('about:blank');
    expect(a.contentDocument?.title).to.equal('');

    allowed.add('ads');
    const back = once(a, 'load');
    gate.update();
    await back;
    expect(a.contentDocument?.title).to.equal('A frame of the page');
    expect(b.src).to.equal(PIXEL);
  });

  it('close by their own purpose only', () => {
    const [a, b] = [
      image({ 'data-consent': 'ads', 'data-src': PIXEL }),
      image({ 'data-consent': 'telemetry', 'data-src': PIXEL }),
    ];
    const { gate, allowed } = bench([a, b]);
    allowed.add('ads').add('telemetry');
    gate.update();
    allowed.delete('ads');
    gate.update();
    expect([a, b].map((element) => element.hasAttribute('src'))).to.deep.equal([false, true]);
  });

  for (const [allowedIds, opens] of [
    [['ads'], false],
    [['pixel'], false],
    [['ads', 'pixel'], true],
  ] as const) {
    it(`of a purpose and a service ${opens ? 'open' : 'stay closed'} with [${allowedIds.join(', ')}] allowed`, () => {
      const element = image({ 'data-consent': 'ads', 'data-service': 'pixel', 'data-src': PIXEL });
      const { gate, allowed } = bench([element]);
      for (const id of allowedIds) allowed.add(id);
      gate.update();
      expect(element.hasAttribute('src')).to.equal(opens);
    });
  }

  it('of a service close when the service alone is refused', () => {
    const element = image({ 'data-consent': 'ads', 'data-service': 'pixel', 'data-src': PIXEL });
    const { gate, allowed } = bench([element]);
    allowed.add('ads').add('pixel');
    gate.update();
    allowed.delete('pixel');
    gate.update();
    expect(element.hasAttribute('src')).to.equal(false);
  });

  it('of an unknown purpose stay closed, with a warning that names it', () => {
    const element = frame({ 'data-consent': 'adds', 'data-src': FRAME });
    const { gate, warnings } = bench([element]);
    gate.update();
    expect(element.hasAttribute('src')).to.equal(false);
    expect(warnings).to.deep.equal([['gate-unknown', 'adds']]);
  });

  // oxlint-disable no-script-url
  for (const address of [
    'javascript:parent.document.title="x"',
    'data:text/html,<script>parent.postMessage(1,"*")</script>',
    'blob:https://example.kz/0',
    'http://',
  ]) {
    it(`do not open ${address}, with one warning`, () => {
      const elements = [
        frame({ 'data-consent': 'ads', 'data-src': address }),
        image({ 'data-consent': 'ads', 'data-src': address }),
      ];
      const { gate, allowed, warnings } = bench(elements);
      allowed.add('ads');
      gate.update();
      gate.update();
      for (const element of elements) expect(element.hasAttribute('src')).to.equal(false);
      expect(warnings).to.deep.equal(elements.map(() => ['gate-address', address]));
    });
  }

  it('may have an address that is relative to the page', () => {
    const element = image({ 'data-consent': 'ads', 'data-src': '/pixel.svg' });
    const { gate, allowed } = bench([element]);
    allowed.add('ads');
    gate.update();
    expect(element.getAttribute('src')).to.equal(new URL('/pixel.svg', document.baseURI).href);
  });

  it('that have left the page lose their address, and get it back where they return to it', () => {
    const element = image({ 'data-consent': 'ads', 'data-src': PIXEL });
    const { gate, allowed, page } = bench([element]);
    allowed.add('ads');
    gate.update();
    element.remove();
    gate.update();
    expect(element.hasAttribute('src')).to.equal(false);
    page.append(element);
    gate.update();
    expect(element.src).to.equal(PIXEL);
  });

  it('that are not marked, or have nothing to load, are left alone', () => {
    const elements = [image({ 'data-src': PIXEL }), frame({ 'data-consent': 'ads' }), frame({ src: FRAME })];
    const { gate, allowed } = bench(elements);
    allowed.add('ads');
    gate.update();
    allowed.delete('ads');
    gate.update();
    expect(elements.map((element) => element.getAttribute('src'))).to.deep.equal([null, null, FRAME]);
  });
});

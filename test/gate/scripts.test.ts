import { expect } from '@open-wc/testing';
import { bench, clear, external, inline, once, RUN, RUN_MODULE, settled } from './fixture.js';

const live = (page: Element): HTMLScriptElement[] =>
  [...page.querySelectorAll('script')].filter(({ type }) => type !== 'text/plain');

/** `sha256-…` of what an address gives. */
const integrityOf = async (url: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await (await fetch(url)).arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

afterEach(clear);

describe('gated scripts', () => {
  it('stay what they are while nothing is allowed', async () => {
    const { gate, log, page, warnings } = bench([inline('a'), external('b'), inline('c', 'telemetry')]);
    gate.update();
    await settled();
    expect(log).to.deep.equal([]);
    expect(live(page)).to.deep.equal([]);
    expect(warnings).to.deep.equal([]);
  });

  it('run in document order, inline and external', async () => {
    const { gate, allowed, log, ran } = bench([
      inline('a'),
      external('b'),
      inline('c'),
      external('d'),
      external('e'),
      inline('f'),
    ]);
    allowed.add('ads');
    gate.update();
    await ran('f');
    expect(log).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('run once and in order, however often the gate is told', async () => {
    const { gate, allowed, log, ran } = bench([
      inline('a'),
      external('b'),
      inline('c'),
      external('d'),
      external('e'),
      inline('f'),
    ]);
    allowed.add('ads');
    for (let i = 0; i < 3; i++) gate.update();
    await ran('f');
    gate.update();
    await settled();
    expect(log).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('run once, even where consent was withdrawn and given again', async () => {
    const { gate, allowed, log, page } = bench([inline('a')]);
    allowed.add('ads');
    gate.update();
    allowed.delete('ads');
    gate.update();
    allowed.add('ads');
    gate.update();
    page.append(inline('b'));
    gate.update();
    await settled();
    expect(log).to.deep.equal(['a', 'b']);
  });

  it('run where they stand', () => {
    const before = document.createElement('p');
    const after = document.createElement('p');
    const { gate, allowed, page } = bench([before, inline('a'), after]);
    allowed.add('ads');
    gate.update();
    expect(page.children).to.have.length(3);
    expect(live(page)[0]?.previousElementSibling).to.equal(before);
    expect(live(page)[0]?.nextElementSibling).to.equal(after);
  });

  it('of a closed purpose hold up none of an open one', () => {
    const { gate, allowed, log } = bench([
      inline('a', 'telemetry'),
      inline('b'),
      external('c', 'telemetry'),
      inline('d'),
    ]);
    allowed.add('ads');
    gate.update();
    expect(log).to.deep.equal(['b', 'd']);
  });

  it('run in the task of the update where nothing has to be waited for', () => {
    const { gate, allowed, log } = bench([inline('a'), inline('b')]);
    allowed.add('ads');
    gate.update();
    expect(log).to.deep.equal(['a', 'b']);
  });

  it('do not wait for an async one before them', async () => {
    const { gate, allowed, log, ran } = bench([external('a', 'ads', { async: '' }), inline('b')]);
    allowed.add('ads');
    gate.update();
    expect(log).to.deep.equal(['b']);
    await ran('a');
  });

  it('do not wait for ever where one before them fails', async () => {
    const { gate, allowed, log, ran } = bench([external('a', 'ads', { src: `${RUN}.missing` }), inline('b')]);
    allowed.add('ads');
    gate.update();
    expect(log).to.deep.equal([]);
    await ran('b');
    expect(log).to.deep.equal(['b']);
  });

  it('that still wait stop at a withdrawal, and go on when consent comes back', async () => {
    const { gate, allowed, log, page, ran } = bench([
      external('a'),
      inline('b'),
      external('c'),
      inline('d', 'telemetry'),
    ]);
    allowed.add('ads').add('telemetry');
    gate.update();
    const loaded = once(live(page)[0] ?? page, 'load');
    allowed.delete('ads');
    gate.update();
    await loaded;
    await ran('d');
    expect(log).to.deep.equal(['a', 'd']);
    allowed.add('ads');
    gate.update();
    await ran('c');
    expect(log).to.deep.equal(['a', 'd', 'b', 'c']);
  });

  it('that are allowed while others wait keep their place', async () => {
    const { gate, allowed, log, ran } = bench([external('a'), inline('b', 'telemetry'), inline('c')]);
    allowed.add('ads');
    gate.update();
    allowed.add('telemetry');
    gate.update();
    await ran('c');
    expect(log).to.deep.equal(['a', 'b', 'c']);
  });

  it('that come into the page later run at the next update', () => {
    const { gate, allowed, log, page } = bench([inline('a')]);
    allowed.add('ads');
    gate.update();
    page.append(inline('b'));
    expect(log).to.deep.equal(['a']);
    gate.update();
    expect(log).to.deep.equal(['a', 'b']);
  });

  it('that another one writes into the page run too', async () => {
    const writer = inline('a');
    writer.text += `;document.currentScript.after(Object.assign(document.createElement('script'),
      { type: 'text/plain', text: "dispatchEvent(new CustomEvent('gate-run', { detail: 'b' }))" }));
      document.currentScript.nextSibling.dataset.consent = 'ads'`;
    const { gate, allowed, log, ran } = bench([writer, inline('c')]);
    allowed.add('ads');
    gate.update();
    await ran('c');
    expect(log).to.deep.equal(['a', 'b', 'c']);
  });

  for (const [allowedIds, runs] of [
    [[], false],
    [['ads'], false],
    [['pixel'], false],
    [['ads', 'pixel'], true],
  ] as const) {
    it(`of a purpose and a service ${runs ? 'run' : 'stay closed'} with [${allowedIds.join(', ')}] allowed`, () => {
      const { gate, allowed, log } = bench([inline('a', 'ads', { 'data-service': 'pixel' })]);
      for (const id of allowedIds) allowed.add(id);
      gate.update();
      expect(log).to.deep.equal(runs ? ['a'] : []);
    });
  }

  for (const [what, consent, attributes, named] of [
    ['an unknown purpose', 'adds', {}, 'adds'],
    ['an empty purpose', '', {}, ''],
    ['a purpose with a space', 'ads ', {}, 'ads '],
    ['an unknown service', 'ads', { 'data-service': 'pixl' }, 'pixl'],
    ['an inherited name', 'constructor', {}, 'constructor'],
  ] as const) {
    it(`of ${what} stay closed, with a warning that names it`, () => {
      const { gate, allowed, log, warnings } = bench([inline('a', consent, attributes), inline('b')]);
      allowed.add('ads').add('telemetry').add('pixel');
      gate.update();
      expect(log).to.deep.equal(['b']);
      expect(new Set(warnings.map(String))).to.deep.equal(new Set([`gate-unknown,${named}`]));
    });
  }

  it('that are not marked are left alone', () => {
    const plain = document.createElement('script');
    plain.type = 'text/plain';
    const { gate, allowed, page } = bench([plain]);
    allowed.add('ads');
    gate.update();
    expect(page.firstElementChild).to.equal(plain);
  });
});

describe('an external script', () => {
  it('of a page that gives no address of http or https never runs, with one warning', async () => {
    // oxlint-disable no-script-url
    const addresses = [
      `javascript:dispatchEvent(new CustomEvent('gate-run',{detail:'x'}))`,
      ` java\nscript:dispatchEvent(new CustomEvent('gate-run',{detail:'x'}))`,
      `data:text/javascript,dispatchEvent(new CustomEvent('gate-run',{detail:'x'}))`,
      URL.createObjectURL(new Blob([`dispatchEvent(new CustomEvent('gate-run',{detail:'x'}))`])),
      'file:///etc/passwd',
      'http://',
    ];
    const { gate, allowed, log, warnings, ran } = bench([
      ...addresses.map((src) => external('x', 'ads', { src })),
      external('a'),
      inline('b'),
    ]);
    allowed.add('ads');
    gate.update();
    await ran('b');
    gate.update();
    expect(log).to.deep.equal(['a', 'b']);
    expect(warnings).to.deep.equal(addresses.map((address) => ['gate-address', address]));
  });

  it('may have an address that is relative to the page', async () => {
    const { pathname } = new URL(RUN);
    const { gate, allowed, ran, warnings } = bench([external('a', 'ads', { src: pathname })]);
    allowed.add('ads');
    gate.update();
    await ran('a');
    expect(warnings).to.deep.equal([]);
  });

  it('keeps what says how to load it, and what the page knows it by', () => {
    const kept = {
      integrity: 'sha256-AAAA',
      crossorigin: 'anonymous',
      referrerpolicy: 'no-referrer',
      fetchpriority: 'low',
      charset: 'utf-8',
      id: 'tag',
      class: 'a b',
      'data-consent': 'ads',
      'data-name': 'a',
      'data-service': 'pixel',
      'data-counter-id': '42',
    };
    const { gate, allowed, page } = bench([external('a', 'ads', kept)]);
    allowed.add('ads').add('pixel');
    gate.update();
    const [script] = live(page);
    for (const [name, value] of Object.entries(kept)) expect(script?.getAttribute(name), name).to.equal(value);
    expect(script?.src).to.equal(`${RUN}?a`);
    expect(script?.async).to.equal(false);
  });

  it('runs with the right integrity, and does not with a wrong one', async () => {
    const { gate, allowed, log, ran } = bench([
      external('a', 'ads', { integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' }),
      external('b', 'ads', { integrity: await integrityOf(RUN), crossorigin: 'anonymous' }),
      inline('c'),
    ]);
    allowed.add('ads');
    gate.update();
    await ran('c');
    expect(log).to.deep.equal(['b', 'c']);
  });

  it('runs as a module where data-type says so', async () => {
    const { gate, allowed, log, page, ran } = bench([
      external('a', 'ads', { src: `${RUN_MODULE}?a`, 'data-type': 'module' }),
      inline('b'),
    ]);
    allowed.add('ads');
    gate.update();
    await ran('b');
    expect(log).to.deep.equal(['module a', 'b']);
    expect(live(page)[0]?.type).to.equal('module');
  });
});

describe('an inline script', () => {
  it('runs as a module where data-type says so', async () => {
    const script = inline('a', 'ads', { 'data-type': 'module' });
    script.text += '; import.meta.url; export {}';
    const { gate, allowed, ran } = bench([script]);
    allowed.add('ads');
    gate.update();
    await ran('a');
  });

  it('has no address, handler or type of its own choice', () => {
    const { gate, allowed, page } = bench([
      inline('a', 'ads', {
        onload: 'dispatchEvent(new CustomEvent("gate-run", { detail: "x" }))',
        onerror: '',
        srcdoc: '',
        style: 'color: red',
        href: '/',
        'data-type': 'text/x-template',
      }),
    ]);
    allowed.add('ads');
    gate.update();
    expect(live(page)[0]?.getAttributeNames()).to.have.members(['data-consent', 'data-type']);
  });
});

describe('the nonce', () => {
  for (const [loader, script, runs] of [
    ['', '', true],
    ['', 'abc', true],
    ['abc', 'abc', true],
    ['abc', '', false],
    ['abc', 'abd', false],
  ] as const) {
    it(`"${script}" of a script ${runs ? 'lets it run' : 'keeps it closed'} where the loader has "${loader}"`, async () => {
      const attributes: Record<string, string> = script ? { nonce: script } : {};
      const { gate, allowed, log, page, warnings } = bench(
        [inline('a', 'ads', attributes), external('b', 'ads', attributes), inline('z', 'telemetry', { nonce: loader })],
        { nonce: loader },
      );
      allowed.add('ads').add('telemetry');
      const z = once(window, 'gate-run');
      gate.update();
      if (runs) await once(live(page)[1] ?? page, 'load');
      await z;
      await settled();
      expect(log).to.deep.equal(runs ? ['a', 'b', 'z'] : ['z']);
      expect(live(page).map(({ nonce }) => nonce)).to.deep.equal(runs ? [script, script, loader] : [loader]);
      gate.update();
      expect(warnings).to.deep.equal(
        runs
          ? []
          : [
              ['gate-nonce', 'ads'],
              ['gate-nonce', 'ads'],
            ],
      );
    });
  }
});

describe('Trusted Types', () => {
  it('are asked for every text and address, and what they give is used', async () => {
    const asked: string[] = [];
    const { gate, allowed, log, ran } = bench([inline('a'), external('b')], {
      trusted: {
        createScript: (text) => {
          asked.push(text);
          return text.replace(`'a'`, `'trusted a'`);
        },
        createScriptURL: (url) => {
          asked.push(url);
          return `${url}&trusted`;
        },
      },
    });
    allowed.add('ads');
    gate.update();
    await ran('b');
    expect(asked).to.deep.equal([`dispatchEvent(new CustomEvent('gate-run', { detail: 'a' }))`, `${RUN}?b`]);
    expect(log).to.deep.equal(['trusted a', 'b']);
  });

  it('that refuse a script leave it closed, with a warning, and hold up no other', async () => {
    const error = new TypeError('no policy of that name');
    const { gate, allowed, log, warnings, ran } = bench([inline('a'), external('b'), inline('c')], {
      trusted: {
        createScript: (text) => text,
        createScriptURL: () => {
          throw error;
        },
      },
    });
    allowed.add('ads');
    gate.update();
    await ran('c');
    gate.update();
    expect(log).to.deep.equal(['a', 'c']);
    expect(warnings).to.deep.equal([['gate-types', error]]);
  });
});

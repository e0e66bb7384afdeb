import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Manifest } from '../../src/services/manifest.js';
import { services as en } from '../../src/locales/en.js';
import {
  action,
  decided,
  input,
  inputs,
  langs,
  mount,
  offeredHere,
  offerWith,
  one,
  phone,
  reset,
  show,
  stateIn,
  texts,
} from './fixture.js';

const ids = [
  { id: 'basket', purpose: 'necessary' },
  { id: 'counter', purpose: 'telemetry' },
  { id: 'pixel', purpose: 'ads' },
  { id: 'network', purpose: 'ads' },
  { id: 'video', purpose: 'ads' },
] as const;
const offer = offerWith(ids);
const open = { view: 'preferences', offer } as const;
const { ui } = texts.en[1];

/** A decision about this offer: purposes that are granted, services that are. */
const about = (purposes: readonly string[], services: readonly string[], more: Parameters<typeof decided>[1] = {}) =>
  decided(purposes, {
    offer: offer.hash,
    services: Object.fromEntries(ids.map(({ id }) => [id, id === 'basket' || services.includes(id)])),
    ...more,
  });

const switchOf = (root: ParentNode, id: string): HTMLInputElement => input(root, `service:${id}`);

/** Which switches are on, and which of them nobody can turn. */
const on = (root: ParentNode): readonly string[] => inputs(root).flatMap(({ name, checked }) => (checked ? name : []));
const fixed = (root: ParentNode): readonly string[] =>
  inputs(root).flatMap(({ name, disabled }) => (disabled ? name : []));

const countOf = (root: ParentNode, purpose: string): string =>
  one(one(root, `li:has(> label [name=${purpose}])`), '[data-count]').textContent;

/** What is told of a service, by its terms. */
const told = (root: ParentNode, id: string): Record<string, string[]> => {
  const said: Record<string, string[]> = {};
  let term = '';
  for (const { localName, textContent } of switchOf(root, id).closest('li')?.querySelector('dl')?.children ?? []) {
    if (localName === 'dt') said[(term = textContent)] = [];
    else said[term]?.push(textContent.replace(/\s+/g, ' ').trim());
  }
  return said;
};

/** One service of ads, as its owner states it, in the preferences. */
const stating = async (lang: (typeof langs)[number], service: Omit<Manifest, 'purpose'>): Promise<ShadowRoot> => {
  const services = [{ id: 'x', ...service, purpose: 'ads' }];
  const { root } = await mount(stateIn(lang, { view: 'preferences', offer: offerWith(services) }, services));
  return root;
};

describe('the switches of services', () => {
  for (const lang of langs) {
    it(`${lang}: one real checkbox for each under its purpose, all off at first but what is always on`, async () => {
      const { root } = await mount(stateIn(lang, open));
      expect(
        inputs(root).map(({ name, type, role, checked, disabled }) => [name, type, role, checked, disabled]),
      ).to.deep.equal([
        ['necessary', 'checkbox', 'switch', true, true],
        ['service:basket', 'checkbox', 'switch', true, true],
        ['personalisation', 'checkbox', 'switch', false, false],
        ['telemetry', 'checkbox', 'switch', false, false],
        ['service:counter', 'checkbox', 'switch', false, true],
        ['ads', 'checkbox', 'switch', false, false],
        ['service:pixel', 'checkbox', 'switch', false, true],
        ['service:network', 'checkbox', 'switch', false, true],
        ['service:video', 'checkbox', 'switch', false, true],
        ['policy', 'checkbox', null, false, false],
      ]);
      for (const { id, purpose } of ids) {
        expect(switchOf(root, id).parentElement?.closest('li:has(.services)')?.querySelector('input')?.name).to.equal(
          purpose,
        );
      }
    });
  }

  it('show what was decided of each', async () => {
    const { root } = await mount(stateIn('en', { ...open, decision: about(['ads'], ['pixel']), reason: undefined }));
    expect(on(root)).to.deep.equal(['necessary', 'service:basket', 'ads', 'service:pixel']);
    expect(fixed(root)).to.deep.equal(['necessary', 'service:basket', 'service:counter']);
  });

  for (const reason of ['edition', 'expired', 'clock'] as const) {
    it(`show nothing that has ceased to hold: ${reason}`, async () => {
      const { root } = await mount(stateIn('en', { ...open, decision: about(['ads'], ['pixel']), reason }));
      expect(on(root)).to.deep.equal(['necessary', 'service:basket']);
    });
  }

  it('are off for what is new, though its purpose is on: nobody was asked about it', async () => {
    const decision = about(['ads'], [], { offer: 'earlier', services: { pixel: true } });
    const { root, requests } = await mount(stateIn('en', { ...open, decision, reason: 'offer' }));
    expect(on(root)).to.deep.equal(['necessary', 'service:basket', 'ads', 'service:pixel']);
    action(root, 'save').click();
    const request = requests[0]?.request;
    expect(request?.action === 'save' && request.choice.services).to.deep.include({ pixel: true, network: false });
  });

  it('go on and off with their purpose', async () => {
    const { root } = await mount(stateIn('en', open));
    input(root, 'ads').click();
    expect(on(root).slice(2)).to.deep.equal(['ads', 'service:pixel', 'service:network', 'service:video']);
    expect(fixed(root)).to.deep.equal(['necessary', 'service:basket', 'service:counter']);
    switchOf(root, 'network').click();
    expect(on(root).slice(2)).to.deep.equal(['ads', 'service:pixel', 'service:video']);
    input(root, 'ads').click();
    expect(on(root).slice(2)).to.deep.equal([]);
    expect(switchOf(root, 'pixel').disabled).to.equal(true);
  });

  it('leave their purpose on when the last of them goes off', async () => {
    const { root } = await mount(stateIn('en', open));
    input(root, 'telemetry').click();
    switchOf(root, 'counter').click();
    expect(on(root)).to.deep.equal(['necessary', 'service:basket', 'telemetry']);
  });

  it('never turn a purpose on', async () => {
    const { root } = await mount(stateIn('en', open));
    switchOf(root, 'pixel').click();
    one(root, 'label:has([name="service:pixel"]) b').click();
    expect(on(root)).to.deep.equal(['necessary', 'service:basket']);
  });

  it('are counted, as they are turned', async () => {
    const { element, root } = await mount(stateIn('en', open));
    expect([countOf(root, 'necessary'), countOf(root, 'ads')]).to.deep.equal([
      'Services: 1 of 1 on',
      'Services: 0 of 3 on',
    ]);
    input(root, 'ads').click();
    switchOf(root, 'video').click();
    expect(countOf(root, 'ads')).to.equal('Services: 2 of 3 on');
    await show(element, stateIn('ru', open));
    expect(countOf(root, 'ads')).to.equal('Сервисы: включено 2 из 3');
    expect(countOf(root, 'telemetry')).to.equal('Сервисы: включено 0 из 1');
  });

  it('keep what is not saved when the language changes, and fall back when there is a new decision', async () => {
    const decision = about(['ads'], ['pixel', 'network']);
    const { element, root } = await mount(stateIn('ru', { ...open, decision, reason: undefined }));
    switchOf(root, 'pixel').click();
    await show(element, stateIn('kk', { ...open, decision, reason: undefined }));
    expect(on(root).slice(2)).to.deep.equal(['ads', 'service:network']);
    const next = about([], [], { seq: 2 });
    await show(element, stateIn('kk', { ...open, decision: next, reason: undefined, outcome: 'withdrawn' }));
    expect(on(root)).to.deep.equal(['necessary', 'service:basket']);
    expect(switchOf(root, 'network').disabled).to.equal(true);
    const again = about(['ads'], ['video'], { seq: 3 });
    await show(element, stateIn('kk', { ...open, decision: again, reason: undefined }));
    expect(on(root).slice(2)).to.deep.equal(['ads', 'service:video']);
    expect(switchOf(root, 'network').disabled).to.equal(false);
  });

  it('are operable by keyboard, and the label belongs to them', async () => {
    const { root } = await mount(stateIn('en', { ...open, decision: about(['ads'], []), reason: undefined }));
    input(root, 'ads').focus();
    const stops: string[] = [];
    for (let i = 0; i < 8; i++) {
      await sendKeys({ press: 'Tab' });
      const at = root.activeElement;
      stops.push(at instanceof HTMLInputElement ? at.name : (at?.localName ?? ''));
      if (at instanceof HTMLInputElement && at.name === 'service:network') await sendKeys({ press: ' ' });
    }
    const each = (id: string) => [`service:${id}`, 'summary'];
    expect(stops).to.deep.equal(['summary', 'summary', ...each('pixel'), ...each('network'), ...each('video')]);
    one(root, 'label:has([name="service:video"]) b').click();
    expect(on(root).slice(2)).to.deep.equal(['ads', 'service:network', 'service:video']);
  });

  it('have a name and what they are described by', async () => {
    const services = [{ id: 'x', purpose: 'ads', name: 'Counter', vendor: 'Acme', recipient: 'Beta', country: 'KZ' }];
    const { root } = await mount(stateIn('en', { ...open, offer: offerWith(services) }, services));
    const { labels, ariaDescribedByElements, attributes } = switchOf(root, 'x');
    expect(labels?.[0]?.textContent.trim()).to.equal('Counter');
    const about = ariaDescribedByElements?.[0] ?? one(root, `#${attributes.getNamedItem('aria-describedby')?.value}`);
    expect(about.textContent).to.equal('Acme, Beta, Kazakhstan');
  });
});

describe('what is saved of services', () => {
  const choiceOf = async (...pressed: readonly string[]) => {
    const { element, root, requests } = await mount(stateIn('en', open));
    for (const name of pressed) input(root, name).click();
    action(root, 'save').click();
    element.remove();
    const request = requests[0]?.request;
    return request?.action === 'save' ? request.choice : undefined;
  };
  const none = { basket: true, counter: false, pixel: false, network: false, video: false };
  const purposes = { necessary: true, personalisation: false, telemetry: false, ads: false };

  it('every one of them, apart from the purposes', async () => {
    expect(await choiceOf()).to.deep.equal({ policy: false, purposes, services: none });
    expect(await choiceOf('ads')).to.deep.equal({
      policy: false,
      purposes: { ...purposes, ads: true },
      services: { ...none, pixel: true, network: true, video: true },
    });
    expect(await choiceOf('ads', 'service:pixel')).to.deep.equal({
      policy: false,
      purposes: { ...purposes, ads: true },
      services: { ...none, network: true, video: true },
    });
    expect(await choiceOf('telemetry', 'service:counter', 'policy')).to.deep.equal({
      policy: true,
      purposes: { ...purposes, telemetry: true },
      services: none,
    });
  });

  it('also of those in a list that is folded', async () => {
    const services = Array.from({ length: 20 }, (_, i) => ({ id: `s${i}`, purpose: 'ads' }));
    const { root, requests } = await mount(stateIn('en', { ...open, offer: offerWith(services) }));
    expect(one(root, '.services').hasAttribute('open')).to.equal(false);
    input(root, 'ads').click();
    expect(countOf(root, 'ads')).to.equal('Services: 20 of 20 on');
    switchOf(root, 's19').click();
    action(root, 'save').click();
    const request = requests[0]?.request;
    const chosen = request?.action === 'save' ? request.choice.services : {};
    expect(Object.entries(chosen ?? {}).filter(([, granted]) => !granted)).to.deep.equal([['s19', false]]);
    expect(Object.keys(chosen ?? {}).length).to.equal(20);
  });
});

describe('what is told of a service', () => {
  it('not stated, where the owner says nothing', async () => {
    for (const lang of langs) {
      const root = await stating(lang, {});
      const { ui: words } = texts[lang][1];
      expect(Object.values(told(root, 'x'))).to.deep.equal(Array.from({ length: 4 }, () => [words.notStated]));
      expect(one(root, '.services .fine[id]').innerText).to.contain(words.notStated);
    }
  });

  it('its company, recipient and country, and how long it stores the data', async () => {
    const root = await stating('en', {
      vendor: 'Acme',
      recipient: 'Beta',
      country: 'US',
      storage: { en: '90 days', ru: '90 дней' },
    });
    const said = told(root, 'x');
    expect([said[en.company], said[en.recipient], said[ui.storage]]).to.deep.equal([
      ['Acme'],
      ['Beta, United States'],
      ['90 days'],
    ]);
  });

  it('that it keeps nothing, where the owner says so', async () => {
    expect(told(await stating('en', { keeps: [] }), 'x')[en.keeps]).to.deep.equal(['Nothing']);
  });

  const keeps = [
    { in: 'cookie', name: '_ga_*', days: 730, about: { ru: 'различает', kk: 'ажыратады', en: 'tells apart' } },
    { in: 'cookie', name: 'uid', days: 0, host: 'acme.example', httpOnly: true },
    { in: 'cookie', name: 'c', about: 'counts' },
    { in: 'local', name: 'l', days: 5, about: 'counts' },
    { in: 'session', name: 's', about: 'counts' },
    { in: 'database', name: 'd', about: 'counts' },
    { in: 'cache', name: 'k', days: 1, about: 'counts' },
  ] as const;
  for (const [lang, lines] of [
    [
      'ru',
      [
        '_ga_*: cookie, 2 года — различает',
        'uid: cookie, до закрытия браузера, третья сторона: acme.example, ставит сервер, скриптам недоступно (httpOnly) — назначение не указано',
        'c: cookie, срок не указан — counts',
        'l: локальное хранилище, 5 дней — counts',
        's: хранилище сеанса, до закрытия браузера — counts',
        'd: база данных, до удаления — counts',
        'k: кэш, 1 день — counts',
      ],
    ],
    [
      'kk',
      [
        '_ga_*: cookie, 2 жыл — ажыратады',
        'uid: cookie, браузер жабылғанша, үшінші тарап: acme.example, сервер қояды, скрипттерге қолжетімсіз (httpOnly) — мақсаты көрсетілмеген',
        'c: cookie, мерзімі көрсетілмеген — counts',
        'l: жергілікті қойма, 5 күн — counts',
        's: сеанс қоймасы, браузер жабылғанша — counts',
        'd: дерекқор, жойылғанша — counts',
        'k: кэш, 1 күн — counts',
      ],
    ],
    [
      'en',
      [
        '_ga_*: cookie, 2 years — tells apart',
        'uid: cookie, until the browser is closed, third party: acme.example, set by a server, out of reach of scripts (httpOnly) — what for is not stated',
        'c: cookie, how long is not stated — counts',
        'l: local storage, 5 days — counts',
        's: session storage, until the browser is closed — counts',
        'd: database, until it is removed — counts',
        'k: cache, 1 day — counts',
      ],
    ],
  ] as const) {
    it(`${lang}: what it keeps: name, kind, how long, whose, what for`, async () => {
      const root = await stating(lang, { keeps });
      expect(Object.values(told(root, 'x')).at(-1)).to.deep.equal(lines);
    });
  }

  it('nothing in the details of its purpose that its own row says, but the period that is true of all', async () => {
    const storage = { en: '30 days' };
    const purposes = offeredHere.map((p) => (p.id === 'ads' ? { ...p, storage } : p));
    for (const [given, periods] of [
      [offeredHere, []],
      [purposes, ['30 days']],
    ] as const) {
      const { element, root } = await mount(stateIn('en', { ...open, offer: offerWith(ids, given) }));
      const [list] = input(root, 'ads').closest('li')?.querySelectorAll('dl') ?? [];
      const terms = Array.from(list?.querySelectorAll('dt') ?? [], ({ textContent }) => textContent);
      expect(terms).to.deep.equal([ui.data, ui.clauses, ui.recipients, ...(periods.length ? [ui.storage] : [])]);
      expect(Array.from(list?.querySelectorAll('dd') ?? [], ({ textContent }) => textContent)).to.include.members([
        ...periods,
      ]);
      element.remove();
    }
  });

  it('markup of a configuration as text', async () => {
    const bold = '<img src=x onerror=alert(1)>';
    const about = { in: 'cookie', name: '<img>', about: bold } as const;
    const root = await stating('en', { name: bold, vendor: bold, recipient: bold, storage: bold, keeps: [about] });
    const said = told(root, 'x');
    expect([said[en.company], said[ui.storage]]).to.deep.equal([[bold], [bold]]);
    expect(said[en.keeps]?.[0]).to.contain('<img>').and.to.contain(bold);
    expect(root.querySelector('img') === null).to.equal(true);
  });
});

describe('the look of services', () => {
  afterEach(reset);

  for (const lang of langs) {
    it(`${lang}: nothing runs over on a phone, and everything is large enough`, async () => {
      await setViewport(phone);
      const long = 'W'.repeat(80);
      const services = [
        { id: 'long', purpose: 'ads', name: long, vendor: long, storage: long, keeps: [{ in: 'local', name: long }] },
        { id: 'short', purpose: 'ads', name: 'Pixel' },
      ] as const;
      const { root } = await mount(stateIn(lang, { ...open, offer: offerWith(services) }, services));
      for (const details of root.querySelectorAll('details')) details.open = true;
      for (const part of root.querySelectorAll('.box, .text')) expect(part.scrollWidth).to.equal(part.clientWidth);
      for (const target of root.querySelectorAll('button, label, summary')) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), target.textContent).to.be.at.least(44);
      }
    });
  }

  it('unfolds a few, and no more', async () => {
    for (const [count, unfolded] of [
      [1, true],
      [3, true],
      [4, false],
    ] as const) {
      const services = Array.from({ length: count }, (_, i) => ({ id: `s${i}`, purpose: 'ads' }));
      const { element, root } = await mount(stateIn('en', { ...open, offer: offerWith(services) }));
      expect(one(root, '.services').hasAttribute('open')).to.equal(unfolded);
      element.remove();
    }
  });
});

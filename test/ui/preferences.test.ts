import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
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
  scrolls,
  show,
  stateIn,
  texts,
} from './fixture.js';

const details = (root: ParentNode, purpose: string): Record<string, string[]> => {
  const list = input(root, purpose).closest('li')?.querySelector('dl');
  const said: Record<string, string[]> = {};
  let term = '';
  for (const { localName, textContent } of list?.children ?? []) {
    if (localName === 'dt') said[(term = textContent)] = [];
    else said[term]?.push(textContent);
  }
  return said;
};

const open = { view: 'preferences' } as const;
const { ui } = texts.en[1];

describe('the switches', () => {
  for (const lang of langs) {
    it(`${lang}: one real checkbox for each purpose and one for the policy, all off at first`, async () => {
      const { root } = await mount(stateIn(lang, open));
      expect(inputs(root).map(({ name, type, checked, disabled }) => [name, type, checked, disabled])).to.deep.equal([
        ['necessary', 'checkbox', true, true],
        ['personalisation', 'checkbox', false, false],
        ['telemetry', 'checkbox', false, false],
        ['ads', 'checkbox', false, false],
        ['policy', 'checkbox', false, false],
      ]);
      expect(one(root, 'li').innerText).to.contain(texts[lang][1].ui.alwaysOn);
    });
  }

  it('offers contact only where a service needs it', async () => {
    const { root } = await mount(stateIn('en', { ...open, offer: offerWith([{ id: 'chat', purpose: 'contact' }]) }));
    expect(input(root, 'contact').checked).to.equal(false);
  });

  const decision = decided(['telemetry'], { accepted: true });
  for (const [reason, on] of [
    [undefined, ['necessary', 'telemetry', 'policy']],
    ['offer', ['necessary', 'telemetry', 'policy']],
    ['edition', ['necessary']],
    ['expired', ['necessary']],
    ['clock', ['necessary']],
  ] as const) {
    it(`show what holds, and nothing that has ceased to: ${reason ?? 'decided'}`, async () => {
      const { root } = await mount(stateIn('en', { ...open, reason, decision }));
      expect(inputs(root).flatMap(({ name, checked }) => (checked ? name : []))).to.deep.equal(on);
      expect(root.querySelector('[data-action=withdraw]') !== null).to.equal(on.length > 1);
      expect(one(root, '[part=text]').innerText.includes('23.11.2027')).to.equal(on.length > 1);
    });
  }

  it('hold the policy apart from the purposes', async () => {
    for (const [decision, on] of [
      [decided(['ads']), ['necessary', 'ads']],
      [decided([], { accepted: true }), ['necessary', 'policy']],
      [decided([], { accepted: undefined }), ['necessary']],
    ] as const) {
      const { element, root } = await mount(stateIn('en', { ...open, decision, reason: undefined }));
      expect(inputs(root).flatMap(({ name, checked }) => (checked ? name : []))).to.deep.equal(on);
      element.remove();
    }
  });

  it('keep what is not saved when the language changes', async () => {
    const { element, root } = await mount(stateIn('ru', { ...open, decision, reason: undefined }));
    input(root, 'ads').click();
    input(root, 'telemetry').click();
    await show(element, stateIn('kk', { ...open, decision, reason: undefined }));
    expect(one(root, 'dialog').lang).to.equal('kk');
    expect([input(root, 'ads').checked, input(root, 'telemetry').checked]).to.deep.equal([true, false]);
  });

  it('fall back to the decision when there is a new one', async () => {
    const { element, root } = await mount(stateIn('ru', { ...open, decision, reason: undefined }));
    input(root, 'ads').click();
    await show(element, stateIn('ru', { ...open, reason: undefined, decision: decided([], { seq: 2 }) }));
    expect(inputs(root).flatMap(({ name, checked }) => (checked ? name : []))).to.deep.equal(['necessary']);
  });

  it('are operable by keyboard, and the label belongs to them', async () => {
    const { root } = await mount(stateIn('en', open));
    input(root, 'ads').focus();
    await sendKeys({ press: ' ' });
    expect(input(root, 'ads').checked).to.equal(true);
    one(root, 'label:has([name=telemetry]) b').click();
    expect(input(root, 'telemetry').checked).to.equal(true);
  });
});

describe('what the preferences ask for', () => {
  it('save: what the switches say, the policy apart from the purposes', async () => {
    for (const [pressed, choice] of [
      [[], { policy: false, ads: false, telemetry: false }],
      [['policy'], { policy: true, ads: false, telemetry: false }],
      [['ads'], { policy: false, ads: true, telemetry: false }],
      [['policy', 'telemetry'], { policy: true, ads: false, telemetry: true }],
    ] as const) {
      const { element, root, requests } = await mount(stateIn('en', open));
      for (const name of pressed) input(root, name).click();
      action(root, 'save').click();
      const { policy, ...some } = choice;
      const purposes = { necessary: true, personalisation: false, ...some };
      expect(requests.map(({ request }) => request)).to.deep.equal([
        { action: 'save', choice: { policy, purposes, services: {} } },
      ]);
      element.remove();
    }
  });

  for (const name of ['accept-all', 'reject-all', 'withdraw', 'close'] as const) {
    it(`${name}, in one step`, async () => {
      const { root, requests } = await mount(stateIn('en', { ...open, decision: decided(['ads']), reason: undefined }));
      action(root, name).click();
      expect(requests.map(({ request, actor }) => [request, actor])).to.deep.equal([[{ action: name }, 'script']]);
    });
  }

  it('says who acted when a person saves', async () => {
    const { root, requests } = await mount(stateIn('en', open));
    action(root, 'save').focus();
    await sendKeys({ press: 'Enter' });
    expect(requests.map(({ request, actor }) => [request.action, actor])).to.deep.equal([['save', 'person']]);
  });

  it('close, by Escape, and no more than that', async () => {
    const { element, root, requests } = await mount(stateIn('en', open));
    input(root, 'ads').click();
    const asked = oneEvent(element, 'timebot-consent-request');
    await sendKeys({ press: 'Escape' });
    await asked;
    expect(requests.map(({ request }) => request)).to.deep.equal([{ action: 'close' }]);
  });

  it('nothing when the element itself closes them', async () => {
    const { element, root, requests } = await mount(stateIn('en', open));
    const closed = oneEvent(one(root, 'dialog'), 'close');
    await show(element, stateIn('en', { view: 'closed' }));
    await closed;
    expect(requests).to.deep.equal([]);
  });

  it('nothing by Enter on a switch', async () => {
    const { root, requests } = await mount(stateIn('en', open));
    input(root, 'ads').focus();
    await sendKeys({ press: 'Enter' });
    expect(requests).to.deep.equal([]);
    expect(location.search).not.to.contain('ads');
  });

  it('withdrawing only where something is granted', async () => {
    for (const [decision, offered] of [
      [undefined, false],
      [decided([]), false],
      [decided(['ads']), true],
      [decided([], { accepted: true }), true],
    ] as const) {
      const { element, root } = await mount(stateIn('en', { ...open, decision, reason: undefined }));
      expect(root.querySelector('[data-action=withdraw]') !== null).to.equal(offered);
      element.remove();
    }
  });
});

describe('what the preferences tell about a purpose', () => {
  it('not stated, where neither policy nor owner says', async () => {
    for (const lang of langs) {
      const { element, root } = await mount(stateIn(lang, open));
      const words = texts[lang][1];
      expect(details(root, 'personalisation')).to.deep.equal({
        [words.ui.data]: ['ip', 'cookie', 'browser', 'time', 'page']
          .map((kind) => words.policy.data[kind])
          .join(', ')
          .split('\n'),
        [words.ui.clauses]: [words.policy.clauses['2.2.2']],
        [words.ui.services]: [words.ui.noServices],
        [words.ui.recipients]: [words.ui.notStated],
        [words.ui.storage]: [words.ui.notStated],
      });
      element.remove();
    }
  });

  it('its clauses with number and wording', async () => {
    const { root } = await mount(stateIn('ru', open));
    const { clauses } = texts.ru[1].policy;
    expect(details(root, 'telemetry')[texts.ru[1].ui.clauses]).to.deep.equal(
      ['1.1.2', '2.2.4', '2.2.5b'].map((number) => clauses[number]),
    );
    expect(clauses['2.2.4']).to.match(/^2\.2\.4/);
  });

  it('its recipients and countries, its own and those of its services, each once', async () => {
    const purposes = offeredHere.map((p) =>
      p.id === 'ads' ? { ...p, recipients: [{ name: 'Acme', country: 'US' }, { name: 'Beta' }] } : p,
    );
    const offer = offerWith(
      [
        { id: 'metrika', purpose: 'ads', recipient: 'Acme', country: 'US' },
        { id: 'pixel', purpose: 'ads', country: 'KZ' },
        { id: 'other', purpose: 'telemetry', recipient: 'Other' },
      ],
      purposes,
    );
    const { root } = await mount(stateIn('en', { ...open, offer }));
    expect(details(root, 'ads')[ui.recipients]).to.deep.equal(['Acme, United States', 'Beta', 'Kazakhstan']);
  });

  it('the period of the purpose, in the language shown or else in any', async () => {
    for (const [lang, storage, shown] of [
      ['en', '30 days', '30 days'],
      ['kk', { kk: '30 күн', ru: '30 дней' }, '30 күн'],
      ['kk', { ru: '30 дней' }, '30 дней'],
    ] as const) {
      const offer = offerWith(
        [{ id: 'pixel', purpose: 'ads' }],
        offeredHere.map((p) => (p.id === 'ads' ? { ...p, storage } : p)),
      );
      const { element, root } = await mount(stateIn(lang, { ...open, offer }));
      expect(details(root, 'ads')[texts[lang][1].ui.storage]).to.deep.equal([shown]);
      element.remove();
    }
  });
});

describe('manners of the preferences', () => {
  it('accepting, refusing and saving weigh the same', async () => {
    const { root } = await mount(stateIn('kk', open));
    const keys = ['reject-all', 'accept-all', 'save'].map((name) => action(root, name));
    const [first, ...others] = keys.map((key) => {
      const { width, height } = key.getBoundingClientRect();
      const { backgroundColor, color, fontSize, fontWeight, borderColor, opacity } = getComputedStyle(key);
      return [Math.round(width), height, backgroundColor, color, fontSize, fontWeight, borderColor, opacity];
    });
    expect(others).to.deep.equal([first, first]);
  });

  it('are modal, begin at their heading and keep the focus within', async () => {
    const { root } = await mount(stateIn('en', open));
    const dialog = one(root, 'dialog');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(root.activeElement === one(root, 'h2')).to.equal(true);
    const order: string[] = [];
    for (let i = 0; i < 30; i++) {
      await sendKeys({ press: 'Tab' });
      const at = root.activeElement;
      if (at instanceof HTMLInputElement) order.push(at.name);
      else if (at instanceof HTMLElement && !scrolls(at)) order.push(at.dataset['action'] ?? (at.lang || at.localName));
    }
    const once = ['close', 'ru', 'kk', 'en', 'summary', 'personalisation', 'summary', 'telemetry', 'summary', 'ads'];
    once.push('summary', 'policy', 'open-policy', 'a', 'reject-all', 'accept-all', 'save');
    expect(order.slice(0, once.length)).to.deep.equal(once);
    expect(order.slice(once.length).filter((name) => !once.includes(name))).to.deep.equal([]);
  });

  it('give the focus back: to the button of the page that opened them', async () => {
    const trigger = document.body.appendChild(document.createElement('button'));
    trigger.focus();
    const { element } = await mount(stateIn('en', open));
    expect(document.activeElement === element).to.equal(true);
    await show(element, stateIn('en', { view: 'closed' }));
    expect(document.activeElement === trigger).to.equal(true);
    trigger.remove();
  });

  it('give the focus back: to Customise, where the banner comes again', async () => {
    const { element, root } = await mount(stateIn('en'));
    action(root, 'settings').focus();
    await show(element, stateIn('en', open));
    expect(root.querySelector('section') === null).to.equal(true);
    await show(element, stateIn('en'));
    expect(root.activeElement === action(root, 'settings')).to.equal(true);
  });

  it('leave the page operable when the host was hidden first', async () => {
    const { element, root } = await mount(stateIn('en', open));
    element.setAttribute('view', 'closed');
    await show(element, stateIn('en', { view: 'closed' }));
    expect(root.querySelector('dialog') === null).to.equal(true);
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    expect(document.activeElement === button).to.equal(true);
    button.remove();
  });

  for (const lang of langs) {
    it(`${lang}: tell the outcome in a live region that was there before`, async () => {
      const decision = decided(['ads']);
      const { element, root } = await mount(stateIn(lang, { ...open, decision, reason: undefined }));
      const status = one(root, '[role=status]');
      expect(status.innerText).to.equal('');
      expect(getComputedStyle(status).display).not.to.equal('none');
      action(root, 'withdraw').focus();
      await show(
        element,
        stateIn(lang, { ...open, decision: decided([], { seq: 2 }), reason: undefined, outcome: 'withdrawn' }),
      );
      expect(one(root, '[role=status]') === status).to.equal(true);
      expect(status.innerText).to.equal(texts[lang][1].ui.withdrawn);
      expect(root.activeElement === status).to.equal(true);
    });
  }

  it('offer the letter and the policy as real links', async () => {
    const record = { id: '0b9f0f2e-7c3e-4b5e-8a55-3a3f0e1f2d11', at: '2026-11-23T10:00:00Z' };
    const { root } = await mount(stateIn('en', { ...open, record }));
    expect(action(root, 'open-policy').getAttribute('href')).to.equal('https://timebot.example/privacy');
    const mail = one(root, 'a[href^="mailto:"]').getAttribute('href') ?? '';
    expect(decodeURIComponent(mail)).to.contain(record.id).and.to.contain('23.11.2026');
  });
});

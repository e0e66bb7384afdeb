import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Part } from '../../src/model/kept.js';
import { offerOf } from '../../src/model/offers.js';
import { core } from '../../src/policies/timebot/2019-01-01.js';
import {
  action,
  decided,
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

const text = (root: ParentNode): string => one(root, 'section').innerText.replace(/\s+/g, ' ');

describe('what the banner says', () => {
  for (const lang of langs) {
    it(`${lang}: who asks, by which policy, and what accepting all includes`, async () => {
      const { root } = await mount(stateIn(lang));
      const [{ ui, policy }] = texts[lang];
      const shown = text(root);
      expect(one(root, 'section').lang).to.equal(lang);
      for (const part of [ui.title, policy.summary, 'ИП Джаикбаев А.М.', '520224300214', ui.rejects, ui.later]) {
        expect(shown).to.contain(part);
      }
      const { personalisation, telemetry, ads } = policy.purposes;
      expect(shown).to.contain(`${personalisation}, ${telemetry}, ${ads}`).and.to.contain(ui.translation);
      const link = action(root, 'open-policy');
      expect(link.getAttribute('href')).to.equal('https://timebot.example/privacy');
      expect(link.getAttribute('target')).to.equal(null);
      expect(link.innerText).to.contain('01.01.2019');
    });
  }

  it('names who receives the data of what can be refused, and where, each once', async () => {
    const purposes = offeredHere.map((p) =>
      p.id === 'ads' ? { ...p, recipients: [{ name: 'Acme', country: 'US' }] } : p,
    );
    const service = { recipient: 'Acme', country: 'US' };
    const offer = offerWith(
      [
        { id: 'a', purpose: 'ads', ...service },
        { id: 'b', purpose: 'telemetry', recipient: 'Beta', country: 'not-a-country' },
        { id: 'c', purpose: 'necessary', recipient: 'Gamma' },
      ],
      purposes,
    );
    const { root } = await mount(stateIn('en', { offer }));
    expect(text(root)).to.contain('Beta, not-a-country; Acme, United States').and.not.to.contain('Gamma');
  });

  it('says nothing of recipients where none are named', async () => {
    const { root } = await mount(stateIn('en', { offer: offerWith([], core.purposes) }));
    expect(text(root)).not.to.contain(texts.en[0].ui.recipients.split('{')[0]?.trim() ?? '{');
  });

  const [{ ui, policy }] = texts.en;
  const first = { ui, policy: { ...policy, changes: 'Clause 9 is new.' } };
  const reasons = [
    { reason: 'none', note: null },
    { reason: 'clock', note: null },
    { reason: 'edition', note: `${ui.newEdition.replace('{date}', '01.01.2019')} Clause 9 is new.` },
    { reason: 'offer', note: ui.newOffer },
    { reason: 'expired', note: ui.expired },
  ] as const;
  for (const { reason, note } of reasons) {
    it(`says why it asks again: ${reason}`, async () => {
      const { root } = await mount(stateIn('en', { first, reason, decision: decided(['ads']) }));
      expect(root.querySelector<HTMLElement>('.note')?.innerText ?? null).to.equal(note);
    });
  }

  it('shows markup in texts and configuration as text', async () => {
    const bold = '<b onclick=alert(1)>x</b>';
    const offer = offerOf(
      core.edition,
      { granted: 12, refused: 6 },
      [{ id: 'p', clauses: [], recipients: [{ name: bold }] }],
      [],
    );
    const state = stateIn('en', { offer, first: { ui: { ...ui, title: bold }, policy: { ...policy, summary: bold } } });
    const { root } = await mount(state);
    expect(one(root, 'h2').innerText).to.equal(bold);
    expect(text(root).split(bold).length).to.equal(4);
    expect(root.querySelector('b') === null).to.equal(true);
  });
});

describe('a banner about what is new', () => {
  const offer = offerWith([
    { id: 'counter', purpose: 'telemetry', name: 'The counter', recipient: 'Counter GmbH', country: 'DE' },
    { id: 'map', purpose: 'telemetry', recipient: 'Map Inc' },
  ]);
  const part = (id: string): Part => {
    const found = [...offer.purposes, ...offer.services].find((candidate) => candidate.id === id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };

  for (const lang of langs) {
    it(`${lang}: names it and who receives its data, and nothing else`, async () => {
      const news = [part('ads'), part('counter')];
      const { root } = await mount(stateIn(lang, { offer, news, reason: 'offer', decision: decided(['telemetry']) }));
      const [{ ui, policy }] = texts[lang];
      const shown = text(root);
      expect(one(root, '.note').innerText).to.equal(
        ui.news.replace('{news}', `${policy.purposes['ads']}, The counter`),
      );
      expect(shown).to.contain('Counter GmbH').and.to.contain('Example Ads').and.not.to.contain('Map Inc');
      for (const other of [ui.rejects, ui.newOffer, policy.purposes['personalisation'] ?? '?']) {
        expect(shown).not.to.contain(other);
      }
      expect(action(root, 'accept-all').innerText).to.equal(ui.acceptNew);
      expect(action(root, 'reject-all').innerText).to.equal(ui.rejectNew);
    });

    it(`${lang}: refusing weighs what accepting does`, async () => {
      const { root } = await mount(stateIn(lang, { offer, news: [part('ads')], reason: 'offer' }));
      const [reject, accept] = ['reject-all', 'accept-all'].map((name) => {
        const key = action(root, name);
        const { width, height } = key.getBoundingClientRect();
        const { backgroundColor, color, fontSize, fontWeight } = getComputedStyle(key);
        return [key.className, Math.round(width), height, backgroundColor, color, fontSize, fontWeight];
      });
      expect(reject).to.deep.equal(accept);
    });

    it(`${lang}: says what Global Privacy Control does, where it is on, in both layers`, async () => {
      const { gpc } = texts[lang][0].ui;
      for (const view of ['banner', 'preferences'] as const) {
        for (const on of [true, false]) {
          const { element, root } = await mount(stateIn(lang, { view, gpc: on }));
          expect(root.textContent.includes(gpc), `${view}, ${on}`).to.equal(on);
          element.remove();
        }
      }
    });
  }
});

describe('what the banner asks for', () => {
  for (const name of ['accept-all', 'reject-all', 'settings'] as const) {
    it(`${name}, by a script's click`, async () => {
      const { root, requests } = await mount(stateIn('ru'));
      action(root, name).click();
      expect(requests.map(({ request, actor }) => ({ request, actor }))).to.deep.equal([
        { request: { action: name }, actor: 'script' },
      ]);
    });

    it(`${name}, by a person's click and by keyboard`, async () => {
      const { root, requests } = await mount(stateIn('ru'));
      const { x, y, width, height } = action(root, name).getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      action(root, name).focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: ' ' });
      const one = { action: name, actor: 'person' };
      expect(requests.map(({ request, actor }) => ({ action: request.action, actor }))).to.deep.equal([one, one, one]);
    });
  }

  it('another language, by its own name', async () => {
    const { root, requests } = await mount(stateIn('ru'));
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('[role=group] button')];
    expect(buttons.map(({ lang, innerText, ariaPressed }) => [lang, innerText, ariaPressed])).to.deep.equal([
      ['ru', 'Русский', 'true'],
      ['kk', 'Қазақша', 'false'],
      ['en', 'English', 'false'],
    ]);
    buttons[1]?.click();
    expect(requests.map(({ request }) => request)).to.deep.equal([{ action: 'language', lang: 'kk' }]);
  });

  it('nothing by Escape, by scrolling or by a click beside it, and it stays', async () => {
    const { element, requests } = await mount(stateIn('ru'));
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'click', position: [5, 5] });
    const scrolled = new Promise((resolve) => document.addEventListener('scroll', resolve, { once: true }));
    const high = document.body.appendChild(document.createElement('div'));
    high.style.height = '300vh';
    window.scrollTo(0, 300);
    await scrolled;
    high.remove();
    expect(requests).to.deep.equal([]);
    expect(element.getAttribute('view')).to.equal('banner');
  });

  it('nothing by a click on its text', async () => {
    const { root, requests } = await mount(stateIn('ru'));
    one(root, '[part=text] p').click();
    expect(requests).to.deep.equal([]);
  });

  it('only of its owner: the event neither bubbles nor leaves the element', async () => {
    const { element, root, requests } = await mount(stateIn('ru'));
    let heard = 0;
    element.parentElement?.addEventListener('timebot-consent-request', () => heard++);
    action(root, 'accept-all').click();
    expect([requests.length, heard]).to.deep.equal([1, 0]);
  });
});

describe('manners of the banner', () => {
  for (const lang of langs) {
    it(`${lang}: refusing weighs the same as accepting`, async () => {
      const { root } = await mount(stateIn(lang));
      const [reject, accept] = [action(root, 'reject-all'), action(root, 'accept-all')];
      const [a, b] = [reject.getBoundingClientRect(), accept.getBoundingClientRect()];
      expect(a.width).to.be.closeTo(b.width, 0.5);
      expect([a.height, a.y]).to.deep.equal([b.height, b.y]);
      // the place of the transformation's origin follows the width, which is equal but for rounding
      const geometry = /size|width|origin/;
      const [x, y] = [getComputedStyle(reject), getComputedStyle(accept)];
      const differs = [...x].filter((p) => !geometry.test(p) && x.getPropertyValue(p) !== y.getPropertyValue(p));
      expect(differs).to.deep.equal([]);
      for (const name of ['part', 'class', 'tabindex', 'aria-label']) {
        expect(reject.getAttribute(name)).to.equal(accept.getAttribute(name));
      }
    });
  }

  it('takes no focus, neither when it comes nor with a new language', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    const { element } = await mount(stateIn('ru'));
    await show(element, stateIn('kk'));
    expect(document.activeElement === field).to.equal(true);
    field.remove();
  });

  it('keeps the focus on the language that was chosen', async () => {
    const { element, root } = await mount(stateIn('ru'));
    one(root, 'button[lang=kk]').focus();
    await show(element, stateIn('kk'));
    expect(root.activeElement === one(root, 'button[lang=kk]')).to.equal(true);
  });

  it('is a region with a name, not a dialog', async () => {
    const { root } = await mount(stateIn('en'));
    const section = one(root, 'section');
    expect(root.getElementById(section.getAttribute('aria-labelledby') ?? '') === one(root, 'h2')).to.equal(true);
    expect(root.querySelector('dialog, [role=dialog], [aria-modal]') === null).to.equal(true);
  });

  it('goes by Tab from the languages over the policy to the answers', async () => {
    const { root } = await mount(stateIn('en'));
    one(root, 'button[lang=ru]').focus();
    const order: (string | undefined)[] = [];
    for (let i = 0; i < 8; i++) {
      const at = root.activeElement;
      if (at instanceof HTMLElement && !scrolls(at)) order.push(at.dataset['action'] ?? at.lang);
      if (at === action(root, 'settings')) break;
      await sendKeys({ press: 'Tab' });
    }
    expect(order).to.deep.equal(['ru', 'kk', 'en', 'open-policy', 'reject-all', 'accept-all', 'settings']);
  });

  it('lives in one open shadow root without nested custom elements', async () => {
    const { element, root } = await mount(stateIn('en'));
    expect(element.shadowRoot === root).to.equal(true);
    expect([...root.querySelectorAll('*')].filter(({ localName }) => localName.includes('-'))).to.deep.equal([]);
  });
});

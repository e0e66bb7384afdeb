/*
 * Every hash leads back to its texts: what the package's command prints of a site's config is what its visitors saw.
 * Alone: npm run build && npx tsx --test test/e2e/notices.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { printed, run, type Printed } from '../command/bin.js';
import { canonical } from '../../src/record/notice.js';
import type { ConsentRecord } from '../../src/record/record.js';
import { WIDGET, withExactly } from './site.js';
import { control, scenario, suite, type Tab } from './visitor.js';

const demo: unknown = JSON.parse(readFileSync(new URL('../../demo/site/consent.json', import.meta.url), 'utf8'));

/** A config that brings everything that can be in a notice. */
const own = {
  lang: 'auto',
  purposes: { statistics: { recipients: [{ name: 'Example Ads LLP', country: 'US' }], storage: { ru: '90 дней' } } },
  services: [
    {
      id: 'counter',
      purpose: 'statistics',
      name: 'Counter',
      vendor: 'Counter AG',
      recipient: 'Counter GmbH',
      country: 'DE',
      keeps: [
        { in: 'cookie', name: '_cnt', days: 90, about: { uz: 'sanaydi', kk: 'санайды' } },
        { in: 'local', name: 'cnt-*', host: 'counter.example', httpOnly: true, about: 'queue' },
      ],
    },
    { id: 'chat', purpose: 'help', name: 'Chat', storage: { uz: 'bir yil', kk: 'бір жыл' } },
  ],
  policy: {
    id: 'shop',
    edition: '2026-03-01',
    operator: { name: 'ТОО «Пример»', id: '000000000000' },
    contact: 'privacy@shop.example',
    data: ['ip', 'cookie'],
    purposes: [
      { id: 'necessary', clauses: ['1'], required: true },
      { id: 'statistics', clauses: ['2.3'] },
      { id: 'help', clauses: ['2.4'], needsService: true },
      { id: 'push', clauses: ['2.5'], needsService: true },
    ],
    texts: Object.fromEntries(
      ['ru', 'kk', 'en', 'uz'].map((lang) => [
        lang,
        {
          banner: {
            summary: `Shop summary, ${lang}.`,
            purposes: { necessary: `Basket ${lang}`, statistics: `Statistics ${lang}`, help: `Help ${lang}` },
          },
          details: {
            purposes: { necessary: `About ${lang}`, statistics: `Counts ${lang}`, help: `Chats ${lang}` },
            data: { ip: `IP ${lang}`, cookie: `cookies ${lang}` },
            clauses: { '1': `1. First, ${lang}`, '2.3': `2.3. Counting, ${lang}`, '2.4': `2.4. Helping, ${lang}` },
            law: `Law ${lang}`,
            rights: `Rights ${lang}`,
            term: `Term ${lang}`,
          },
        },
      ]),
    ),
  },
  texts: {
    kk: { trigger: 'Құпиялық', banner: { title: 'Осы сайттағы cookie' } },
    uz: {
      name: 'Oʻzbekcha',
      banner: { title: 'Bu saytdagi cookie', acceptAll: 'Hammasini qabul qilish', rejectAll: 'Hammasini rad etish' },
      preferences: { title: 'Sozlamalar', save: 'Saqlash' },
      services: { company: 'Kompaniya', months: '{n} oy' },
    },
  },
};

/** What the element says, with single spaces. */
const screen = async (visitor: Tab): Promise<string> => (await visitor.text()).replace(/\s+/g, ' ');

/** Each text is on the screen; a text with values, as `{date}`, in its parts. */
const assertShown = (shown: string, texts: readonly (string | undefined)[]): void => {
  for (const text of texts) {
    assert.ok(text !== undefined, 'the notice has the text');
    for (const part of text.split(/\{\w+\}/)) assert.ok(shown.includes(part.replace(/\s+/g, ' ').trim()), part);
  }
};

/** Every text of the first layer that a visitor reads who has not been asked before. */
const assertBannerShown = (shown: string, { purposes, texts: { first } }: Printed['notice']): void => {
  const { ui, policy } = first;
  assertShown(shown, [ui.title, ui.acceptAll, ui.rejectAll, ui.customise, ui.includes, ui.rejects, ui.later]);
  assertShown(shown, [ui.operator, ui.policyLink, ui.translation, policy.summary]);
  const asked = purposes.filter(({ required }) => !required);
  assertShown(
    shown,
    asked.map(({ id }) => policy.purposes[id]),
  );
};

/** Ready-made services, which the page and the command each put in place by themselves. */
const readyMade = {
  services: [
    { use: 'yandex-metrika', id: 1, as: 'metrika' },
    { use: 'google-tag', id: 'G-TEST1234' },
  ],
};

/** Every text of the preferences that a visitor reads who has consented. */
const assertPreferencesShown = (shown: string, { purposes, texts }: Printed['notice'], record: ConsentRecord): void => {
  const { first, further } = texts;
  const { ui, policy } = further;
  assertShown(shown, [first.ui.acceptAll, first.ui.rejectAll, first.ui.translation, first.ui.policyLink]);
  assertShown(shown, [ui.title, ui.save, ui.withdraw, ui.alwaysOn, ui.acceptPolicy, ui.acceptPolicyHint, ui.term]);
  assertShown(shown, [ui.data, ui.clauses, ui.services, ui.recipients, ui.storage, ui.notStated, ui.details]);
  const { texts: said, stated } = further.services ?? {};
  assertShown(shown, [said?.count, said?.hint, said?.company, said?.recipient, said?.keeps]);
  for (const { vendor, keeps = [] } of stated ?? []) {
    if (vendor) assertShown(shown, [vendor]);
    for (const kept of keeps)
      assertShown(
        shown,
        [kept.name, said?.[kept.in], kept.host && said?.thirdParty].map((text) => text ?? ''),
      );
  }
  assertShown(shown, [ui.account, ui.accountHint, ui.writeLetter, policy.rights, policy.term]);
  for (const { id, clauses = [] } of purposes) {
    assertShown(shown, [first.policy.purposes[id], policy.purposes[id], ...clauses.map((key) => policy.clauses[key])]);
  }
  assertShown(
    shown,
    record.data.map((kind) => policy.data[kind]),
  );
};

suite('the notices that are printed of a config', () => {
  for (const [name, config, lang] of [
    ['the demo’s', demo, 'ru'],
    ['the demo’s', demo, 'en'],
    ['one with ready-made services', readyMade, 'kk'],
    ['one with a policy, texts and services', own, 'kk'],
    ['one with a language', own, 'uz'],
  ] as const) {
    scenario(`are what was on the screen, by the hashes in the records: ${name}, ${lang}`, async ({ site, tab }) => {
      const notices = printed(config);
      /** The printed notice of a record. */
      const noticeOf = (record: ConsentRecord | undefined, layer: string): Printed['notice'] => {
        const found = notices.find(({ hash }) => hash === record?.notice.hash);
        assert.ok(found, `${record?.notice.hash} (${layer}) is among the printed`);
        const { notice } = found;
        assert.equal(createHash('sha256').update(canonical(notice)).digest('hex'), found.hash);
        assert.deepEqual([notice.lang, notice.layer], [lang, layer]);
        assert.deepEqual([record?.notice.lang, record?.notice.layer], [lang, layer]);
        const { id, edition, hash } = notice.policy;
        assert.deepEqual(record?.policy, { id, edition, hash, accepted: record?.policy.accepted });
        const idsOf = (parts: readonly { readonly id: string }[]): readonly string[] => parts.map((part) => part.id);
        assert.deepEqual(idsOf(notice.purposes), Object.keys(record?.purposes ?? {}));
        assert.deepEqual(idsOf(notice.services), Object.keys(record?.services ?? {}));
        return notice;
      };

      site.page('/', { lang, widget: withExactly(config), body: '<a data-consent-open href="#">Cookies</a>' });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      const banner = await screen(visitor);
      await visitor.accept();
      const [accepted] = await site.stored(1);
      assertBannerShown(banner, noticeOf(accepted, 'banner'));

      await visitor.quiet();
      await visitor.press('a[data-consent-open]');
      await visitor.visible(control('save'));
      const preferences = await screen(visitor);
      await visitor.press(control('save'));
      const [, saved] = await site.stored(2);
      assert.ok(saved);
      assertPreferencesShown(preferences, noticeOf(saved, 'preferences'), saved);

      await visitor.page.evaluate(() => window.timebotConsent?.decide({ policy: false }));
      const [, , byScript] = await site.stored(3);
      assert.equal(noticeOf(byScript, 'api').texts, null);
    });
  }

  scenario('are those of a page with something off, and of what is then asked about alone', async ({ site, tab }) => {
    const config = {
      services: [
        { id: 'map', purpose: 'telemetry', name: 'Map' },
        { id: 'ad', purpose: 'ads', recipient: 'Ad AG' },
      ],
    };
    const noticeOf = (
      record: ConsentRecord | undefined,
      ...options: readonly string[]
    ): Printed['notice'] | undefined =>
      printed(config, ...options).find(({ hash }) => hash === record?.notice.hash)?.notice;
    site.page('/off', {
      lang: 'kk',
      widget: withExactly(config, WIDGET.replace('async', 'data-off="ads map" async')),
    });
    site.page('/', { lang: 'kk', widget: withExactly(config) });
    const visitor = await tab();
    await visitor.go('/off');
    await visitor.asked();
    const banner = await screen(visitor);
    await visitor.accept();
    const [first] = await site.stored(1);
    assert.equal(noticeOf(first), undefined);
    const off = noticeOf(first, '--off', 'ads,map');
    assert.ok(off);
    assertBannerShown(banner, off);
    assert.deepEqual(
      Object.keys(first?.purposes ?? {}),
      off.purposes.map(({ id }) => id),
    );
    await visitor.acknowledged();

    await visitor.press('div >>> [data-consent-open]');
    await visitor.visible(control('save'));
    await visitor.press(control('save'));
    const [, second] = await site.stored(2);
    assert.equal(noticeOf(second, '--off', 'ads', '--off', 'map')?.layer, 'preferences');
    await visitor.acknowledged();

    await visitor.go();
    await visitor.asked();
    const news = await screen(visitor);
    await visitor.accept();
    const [, , third] = await site.stored(3);
    assert.equal(noticeOf(third), undefined, 'not as if everything had been asked about');
    const asked = noticeOf(third, '--new', 'ads map');
    assert.deepEqual(asked?.asked, ['ads', 'map']);
    const { ui, policy } = asked.texts.first;
    assertShown(news, [ui.news, ui.acceptNew, ui.rejectNew, policy.purposes['ads']]);
  });

  scenario('come with the warnings that the browser’s console has', async ({ site, tab }) => {
    const config = {
      colour: 'red',
      months: { granted: 36 },
      purposes: { unknown: { storage: { ru: '1' } } },
      services: [{ id: 'ads', purpose: 'ads' }, { id: 'Bad id' }, 7],
      policy: { edition: 'yesterday' },
    };
    site.page('/', { widget: withExactly(config) });
    const visitor = await tab();
    await visitor.go();
    await visitor.warned(/"colour"/); // the last of them
    const { status, stderr } = run(['notices', '-'], JSON.stringify(config));
    assert.equal(status, 0);
    const lines = stderr.trim().split('\n');
    assert.ok(lines.length >= 6, stderr);
    assert.deepEqual(lines.sort(), visitor.warnings.toSorted());
  });
});

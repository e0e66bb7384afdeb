import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { version } from '../../src/entry/version.js';
import { canonical } from '../../src/record/notice.js';
import { BIN, printed, run, type Printed } from './bin.js';

const DEMO = fileURLToPath(new URL('../../demo/site/consent.json', import.meta.url));

const namesOf = (notices: readonly Printed[]): readonly string[] =>
  notices.map(({ notice: { lang, layer } }) => `${lang} ${layer}`);

const allLayers = (...langs: readonly string[]): readonly string[] =>
  langs.flatMap((lang) => ['banner', 'preferences', 'api'].map((layer) => `${lang} ${layer}`));

/** The notices of one list that are not in another. */
const unlike = (notices: readonly Printed[], others: readonly Printed[]): readonly string[] =>
  namesOf(notices.filter(({ hash }) => !others.some((other) => other.hash === hash)));

describe('timebot-consent notices', () => {
  it('prints every language in every layer, each with the hash of what is printed', () => {
    const { status, stdout, stderr } = run(['notices', DEMO]);
    assert.deepEqual([status, stderr], [0, '']);
    const notices: readonly Printed[] = JSON.parse(stdout);
    assert.deepEqual(namesOf(notices), allLayers('ru', 'kk', 'en'));
    for (const { hash, notice } of notices) {
      assert.equal(createHash('sha256').update(canonical(notice)).digest('hex'), hash);
      assert.deepEqual(
        notice.services.map(({ id }) => id),
        ['demo-counter', 'demo-ads'],
      );
    }
    assert.equal(new Set(notices.map(({ hash }) => hash)).size, notices.length);
  });

  it('prints what is published where a config brings nothing of its own, whatever look and addresses it has', () => {
    const published = JSON.parse(readFileSync(join(dirname(BIN), '../notices.json'), 'utf8'));
    assert.deepEqual(printed({}), published);
    const settings = {
      endpoint: '/consents',
      lang: 'kk',
      layout: 'box',
      position: 'top',
      theme: 'dark',
      trigger: 'right',
      policyUrl: '/privacy',
      cookieDomain: 'timebot.kz',
      months: { granted: 3 },
    };
    assert.deepEqual(printed(settings), published);
  });

  it('puts ready-made services in their place, as the page does', () => {
    const [notice] = printed({ services: [{ use: 'yandex-metrika', id: '1', purpose: 'ads' }, { use: '2gis' }] });
    assert.deepEqual(
      notice?.notice.services.map(({ id, purpose, recipient, country }) => [id, purpose, recipient, country]),
      [
        ['yandex-metrika', 'ads', 'Yandex', 'RU'],
        ['double-gis', 'personalisation', '2GIS', 'RU'],
      ],
    );
    const { stderr } = run(['notices', '-'], JSON.stringify({ services: [{ use: 'no-such' }, { use: 'vk-ads' }] }));
    assert.match(stderr, /service "no-such": "use" names no ready-made one: known are /);
    assert.match(stderr, /service "vk-ads": it does not run without id: add it/);
  });

  it('has the languages that a site brings, on Russian where it leaves something out', () => {
    const notices = printed({ texts: { uz: { name: 'Oʻzbekcha', banner: { title: 'Bu saytdagi cookie' } } } });
    assert.deepEqual(namesOf(notices), allLayers('ru', 'kk', 'en', 'uz'));
    const [ru, uz] = ['ru', 'uz'].map((lang) => notices.find(({ notice }) => notice.lang === lang)?.notice);
    assert.deepEqual(uz?.texts.first.ui, { ...ru?.texts.first.ui, title: 'Bu saytdagi cookie' });
  });

  it('has other hashes for what other texts, offers and policies change, and for nothing else', () => {
    const before = printed({});
    const changes: readonly (readonly [config: object, changed: readonly string[]])[] = [
      [{ texts: { en: { banner: { title: 'Cookies.' } } } }, ['en banner', 'en preferences']],
      [{ texts: { en: { preferences: { title: 'Choices' } } } }, ['en preferences']],
      [{ policy: { texts: { kk: { details: { term: 'Бір жыл' } } } } }, allLayers('ru', 'kk', 'en')],
      [{ services: [{ id: 'chat', purpose: 'contact' }] }, allLayers('ru', 'kk', 'en')],
      [{ purposes: { ads: { recipients: [{ name: 'Ads LLP' }] } } }, allLayers('ru', 'kk', 'en')],
    ];
    for (const [config, changed] of changes) {
      assert.deepEqual(unlike(printed(config), before), changed, JSON.stringify(config));
    }
  });

  it('leaves off offer what pages do by their attribute, in place of what the config does', () => {
    const config = {
      purposes: { ads: { recipients: [{ name: 'Ads LLP' }] } },
      services: [{ id: 'chat', purpose: 'contact' }],
    };
    const off = { ...config, off: 'ads chat' };
    assert.notDeepEqual(printed(config), printed(off));
    for (const options of [['--off', 'ads chat'], ['--off=ads,chat'], ['--off', 'chat', '--off', 'ads']]) {
      assert.deepEqual(printed(config, ...options), printed(off), options.join(' '));
      assert.deepEqual(printed({ ...config, off: 'telemetry' }, ...options), printed(off), options.join(' '));
    }
    const { status, stderr } = run(['notices', '-', '--off', 'adds'], JSON.stringify(config));
    assert.equal(status, 0);
    assert.match(stderr, /"off" names "adds", which is no purpose or service/);
  });

  it('has the banners that ask about something new alone, where it is told of that', () => {
    const config = { purposes: { ads: { recipients: [{ name: 'Ads LLP' }] } } };
    const all = printed(config);
    const more = printed(config, '--new', 'ads', '--new', 'ads, telemetry').filter(
      ({ hash }) => !all.some((one) => one.hash === hash),
    );
    assert.deepEqual(
      more.map(({ notice }) => `${notice.lang} ${notice.layer}: ${notice.asked?.join()}`),
      ['ru', 'kk', 'en'].flatMap((lang) => [`${lang} banner: ads`, `${lang} banner: telemetry,ads`]),
    );
    for (const { hash, notice } of more) {
      assert.equal(createHash('sha256').update(canonical(notice)).digest('hex'), hash);
    }
    const { status, stdout, stderr } = run(['notices', '-', '--new', 'chat'], JSON.stringify(config));
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^--new: "chat" is not on offer: name some of necessary, personalisation, telemetry, ads\.$/m);
  });

  it('reads standard input, and past a byte order mark as a browser does', () => {
    const { status, stdout } = run(['notices', '-'], `\uFEFF${readFileSync(DEMO, 'utf8')}`);
    assert.deepEqual([status, stdout], [0, run(['notices', DEMO]).stdout]);
  });

  it('leaves out what cannot be used, and says so', () => {
    const { status, stdout, stderr } = run(['notices', '-'], '{ "months": { "granted": 36 }, "colour": "red" }');
    assert.deepEqual([status, JSON.parse(stdout)], [0, printed({})]);
    assert.match(stderr, /^\[timebot-consent\] config: "months.granted" is 36 and left out: make it a whole number/m);
    assert.match(stderr, /^\[timebot-consent\] config: "colour" is unknown and left out/m);
    assert.equal(stderr.trim().split('\n').length, 2, stderr);
  });

  for (const [what, args, input, message] of [
    ['a file that is not there', ['notices', 'missing.json'], '', /^missing\.json cannot be read: .*ENOENT/],
    ['text that is no JSON', ['notices', '-'], '{ "lang": ', /^- is no config: give one JSON object.*SyntaxError/],
    ['JSON that is no object', ['notices', '-'], '[]', /^- is no config: give one JSON object/],
  ] as const) {
    it(`ends with 1 for ${what}, and prints no notices`, () => {
      const { status, stdout, stderr } = run(args, input);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, message);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    });
  }

  it('ends quietly where nobody reads on', async () => {
    const child = spawn(process.execPath, [BIN, 'notices', DEMO], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
    assert.deepEqual([child.exitCode, said], [0, '']);
  });
});

describe('the command line', () => {
  it('has help and a version', () => {
    for (const flag of ['--help', '-h']) {
      const { status, stdout, stderr } = run([flag]);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /^Prints the notices of a site[^]*Usage: timebot-consent notices <consent\.json>/);
    }
    assert.equal(run(['notices', '--help']).stdout, run(['--help']).stdout);
    assert.equal(run(['--version']).stdout, `${version}\n`);
  });

  for (const [args, message] of [
    [[], /^No command is given: "notices" is one\. See --help\.$/],
    [['notice', DEMO], /^"notice" is no command\. See --help\.$/],
    [['notices'], /^No config is given: name its file, e\.g\. consent\.json\. See --help\.$/],
    [['notices', DEMO, 'b.json'], /^"b\.json" is one file too many: a site has one config\. See --help\.$/],
    [
      ['notices', DEMO, '--off='],
      /^--off or --new names nothing: add ids of purposes or services, e\.g\. ads\. See --help\.$/,
    ],
    [['notices', DEMO, '--new', ' ,'], /^--off or --new names nothing/],
    [['notices', '--lang', 'ru', DEMO], /^Unknown option '--lang'.* See --help\.$/],
  ] as const) {
    it(`ends with 2 and a remedy for "${args.join(' ').replaceAll(DEMO, 'consent.json')}"`, () => {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr.trim(), message);
    });
  }
});

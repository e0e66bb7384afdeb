import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { InvalidRecord, parseRecord } from '../../src/record/parse.js';
import type { ConsentRecord } from '../../src/record/record.js';
import { MAX_RECORD_BYTES } from '../../src/record/schema.js';
import { at, pathsIn, pointer, put, records, type Path } from './arbitraries.js';

const HASH = 'a'.repeat(64);

const RECORD: ConsentRecord = {
  v: 1,
  kind: 'decision',
  id: '0b8f6c1e-7d1a-4c55-9a3e-2f60a1b4c7d8',
  subject: '5f1c9a0e3b7d42688c2e6f0a9d4b1375',
  seq: 1,
  prev: null,
  site: 'https://timebot.kz',
  action: 'given',
  actor: 'person',
  gpc: false,
  at: '2026-11-23T09:30:15.250Z',
  expires: '2027-11-23T09:30:15.000Z',
  policy: { id: 'timebot', edition: '2019-01-01', hash: HASH, accepted: true },
  notice: { lang: 'ru', layer: 'banner', hash: HASH },
  purposes: { necessary: true, ads: true },
  services: { pixel: true },
  operator: { name: 'ТОО «Пример»', id: '520224300214' },
  transfer: { thirdParties: true, crossBorder: ['US'], publication: false },
  data: ['ip', 'cookie'],
  widget: '0.1.0',
};

/** Where a text is refused, as a JSON Pointer; undefined where it is a record. */
const refusal = (text: string): string | undefined => {
  try {
    parseRecord(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidRecord)) throw error;
    expect(error.name).to.equal('InvalidRecord');
    expect(error.message.startsWith(error.path || 'record')).to.equal(true);
    return error.path;
  }
};

const refusalOf = (value: unknown): string | undefined => refusal(JSON.stringify(value));

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Keys of these are the site's own. */
const isMap = ([key]: Path): boolean => key === 'purposes' || key === 'services';

const PATHS = pathsIn(RECORD);
const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `id-${i}`);
const choices = (count: number): Record<string, boolean> => Object.fromEntries(ids(count).map((id) => [id, true]));

describe('parseRecord', () => {
  it('takes the record that all the others are made of', () => {
    expect(parseRecord(JSON.stringify(RECORD))).to.deep.equal(RECORD);
  });

  for (const path of PATHS.filter((path) => path.length > 0 && !isMap(path) && typeof path.at(-1) === 'string')) {
    it(`refuses a record without ${pointer(path)}`, () => {
      expect(refusalOf(put(RECORD, path, undefined))).to.equal(pointer(path));
    });
  }

  for (const path of PATHS.filter((path) => isObject(at(RECORD, path)))) {
    for (const key of ['extra', '__proto__', 'constructor', 'a/b~c', '']) {
      it(`refuses the key "${key}" in "${pointer(path)}"`, () => {
        // a map of the site's own keys refuses it as a name; `extra` and `constructor` are names, and no booleans here
        const value = put(RECORD, [...path, key], { admin: true });
        expect(refusalOf(value)).to.equal(pointer([...path, key]));
      });
    }
  }

  for (const path of PATHS) {
    const right = at(RECORD, path);
    for (const wrong of [null, true, 7, 1.5, 'Some text', [], {}]) {
      const alike =
        typeof wrong === typeof right &&
        Array.isArray(wrong) === Array.isArray(right) &&
        isObject(wrong) === isObject(right);
      const empty = Array.isArray(wrong) || isObject(wrong);
      const fits =
        (wrong === null && pointer(path) === '/prev') ||
        (wrong === 7 && pointer(path) === '/seq') ||
        (typeof wrong === 'string' && pointer(path).startsWith('/operator/')) ||
        (typeof wrong === 'boolean' && typeof right === 'boolean') ||
        (empty && alike);
      if (fits) continue;
      it(`refuses ${JSON.stringify(wrong)} at "${pointer(path)}"`, () => {
        expect(refusalOf(put(RECORD, path, wrong))).to.equal(pointer(path));
      });
    }
  }

  for (const [path, ...values] of [
    [['v'], 2, 0, '1'],
    [['kind'], 'erasure', ''],
    [
      ['id'],
      '',
      '0B8F6C1E-7D1A-4C55-9A3E-2F60A1B4C7D8',
      '0b8f6c1e7d1a4c559a3e2f60a1b4c7d8',
      '0b8f6c1e-7d1a-4c55-9a3e-2f60a1b4c7d8\n',
      ' 0b8f6c1e-7d1a-4c55-9a3e-2f60a1b4c7d8',
    ],
    [['subject'], '', HASH, '5f1c9a0e3b7d42688c2e6f0a9d4b137', '5F1C9A0E3B7D42688C2E6F0A9D4B1375'],
    [['seq'], 0, -1, 1.5, 1e9 + 1, '1'],
    [['prev'], '', 'null', '0b8f6c1e'],
    [
      ['site'],
      '',
      'timebot.kz',
      'https://',
      'https://timebot.kz/',
      'https://timebot.kz/page',
      'https://timebot.kz?a',
      'https://timebot.kz#a',
      'https://user@timebot.kz',
      'https://time bot.kz',
      'ftp://timebot.kz',
      'data:text/html,',
      `https://${'a'.repeat(256)}`,
    ],
    [['action'], 'accepted', '', 'Given'],
    [['actor'], 'robot', ''],
    [
      ['at'],
      '',
      '2026-11-23',
      '2026-11-23T09:30:15',
      '2026-11-23T09:30:15+05:00',
      '2026-13-23T09:30:15Z',
      '2026-00-23T09:30:15Z',
      '2026-11-32T09:30:15Z',
      '2026-11-23T24:30:15Z',
      '2026-11-23T09:60:15Z',
      '2026-11-23T09:30:60Z',
      '2026-11-23T09:30:15.1234Z',
      '+002026-11-23T09:30:15Z',
    ],
    [['expires'], '2027-11-23', 'never'],
    [['policy', 'id'], '', 'TimeBot', '1a', 'a'.repeat(41)],
    [['policy', 'edition'], '', '01.01.2019', '2019-1-1', '2019-01-01T00:00:00Z'],
    [['policy', 'hash'], '', 'a'.repeat(63), 'a'.repeat(65), 'g'.repeat(64)],
    [['notice', 'lang'], '', 'r', 'ru.KZ', 'ру', 'ru KZ', 'a'.repeat(36)],
    [['notice', 'layer'], 'policy', ''],
    [['notice', 'hash'], '', 'A'.repeat(64)],
    [['operator', 'name'], '', 'я'.repeat(201), 'two\nlines', 'a\u0000'],
    [['operator', 'id'], '', '1'.repeat(41), '1\t2'],
    [['transfer', 'crossBorder', 0], '', 'us', 'USA', 'U1'],
    [['data', 1], '', 'IP', 'a b', 'a'.repeat(41)],
    [['widget'], '', '1', '1.0', 'v1.0.0', '1.0.0 ', '12345.0.0', `1.0.0-${'a'.repeat(41)}`],
  ] as const) {
    for (const value of values) {
      it(`refuses ${JSON.stringify(value).slice(0, 60)} at ${pointer(path)}`, () => {
        expect(refusalOf(put(RECORD, path, value))).to.equal(pointer(path));
      });
    }
  }

  for (const [path, ...values] of [
    [['seq'], 1, 1e9],
    [['prev'], null, RECORD.id],
    [['site'], 'null', 'http://localhost:8080', 'http://[::1]:3000', `https://${'a'.repeat(255)}`],
    [['at'], '2026-11-23T09:30:15Z', '2026-11-23T23:59:59.9Z'],
    [['notice', 'lang'], 'kk', 'kok', 'pt-BR', 'zh-Hant-TW'],
    [['operator', 'name'], 'я'.repeat(200), '\u{1F600}'.repeat(200)],
    [['transfer', 'crossBorder'], [], Array.from({ length: 64 }, () => 'US')],
    [['data'], [], ids(32)],
    [['purposes'], {}, choices(64)],
    [['services'], {}, choices(64)],
    [['widget'], '1.0.0-rc.1', '1.0.0+build.7', '10.20.30'],
  ] as const) {
    for (const value of values) {
      it(`takes ${JSON.stringify(value).slice(0, 60)} at ${pointer(path)}`, () => {
        expect(refusalOf(put(RECORD, path, value))).to.equal(undefined);
      });
    }
  }

  for (const [path, value, where] of [
    [['purposes'], choices(65), '/purposes'],
    [['services'], choices(65), '/services'],
    [['purposes', 'Ads'], true, '/purposes/Ads'],
    [['services', 'a b'], true, '/services/a b'],
    [['services', 'a'.repeat(41)], true, `/services/${'a'.repeat(41)}`],
    [['transfer', 'crossBorder'], Array.from({ length: 65 }, () => 'US'), '/transfer/crossBorder'],
    [['data'], ids(33), '/data'],
  ] as const) {
    it(`refuses too much or a wrong name at ${where}`, () => {
      expect(refusalOf(put(RECORD, path, value))).to.equal(where);
    });
  }

  for (const text of [
    '',
    ' ',
    'null',
    '[]',
    '{}',
    '"text"',
    '1',
    '{',
    'undefined',
    '{"v":1,}',
    "{'v':1}",
    '\uFEFF{}',
  ]) {
    it(`refuses the text ${JSON.stringify(text)}`, () => {
      expect(refusal(text)).to.equal(text === '{}' ? '/v' : '');
    });
  }

  it('refuses what is no decision by inheritance', () => {
    const text = JSON.stringify(RECORD).replace(/^\{/, '{"__proto__":{"v":1},');
    expect(refusal(text.replace('"v":1,"kind"', '"kind"'))).to.equal('/v');
    expect(refusal(text)).to.equal('/__proto__');
  });

  it('takes at most 8 KiB, counted in bytes of UTF-8', () => {
    const text = JSON.stringify(RECORD);
    const bytes = new TextEncoder().encode(text).length;
    expect(refusal(text + ' '.repeat(MAX_RECORD_BYTES - bytes))).to.equal(undefined);
    expect(refusal(text + ' '.repeat(MAX_RECORD_BYTES - bytes + 1))).to.equal('');
    expect(refusal(JSON.stringify('я'.repeat(MAX_RECORD_BYTES / 2)))).to.equal('');
    expect(() => parseRecord(text + ' '.repeat(MAX_RECORD_BYTES))).to.throw(InvalidRecord, 'at most 8192 bytes');
  });

  it('says in words what is wrong, and where', () => {
    const messageFor = (path: Path, value: unknown): string => {
      try {
        parseRecord(JSON.stringify(put(RECORD, path, value)));
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(messageFor(['seq'], '1')).to.equal('/seq must be integer, is string');
    expect(messageFor(['prev'], 1)).to.equal('/prev must be string or null, is integer');
    expect(messageFor(['seq'], 0)).to.equal('/seq must be from 1 to 1000000000');
    expect(messageFor(['v'], 2)).to.equal('/v must be 1');
    expect(messageFor(['actor'], 'robot')).to.equal('/actor must be one of person, script');
    expect(messageFor(['extra'], 1)).to.equal('/extra is unknown');
    expect(messageFor(['notice', 'hash'], undefined)).to.equal('/notice/hash is missing');
    expect(messageFor(['data'], ids(33))).to.equal('/data must have at most 32 items');
    expect(messageFor(['purposes'], choices(65))).to.equal('/purposes must have at most 64 properties');
    expect(messageFor(['purposes', 'Ads'], true)).to.equal('/purposes/Ads is no valid name');
    expect(messageFor(['subject'], 'x')).to.equal('/subject must match ^[0-9a-f]{32}$');
    expect(messageFor([], 1)).to.equal('record must be object, is integer');
  });

  it('refuses any record that lacks a part, at that part', () => {
    const cases = records.chain((record) =>
      fc.tuple(
        fc.constant(record),
        fc.constantFrom(
          ...pathsIn(record).filter((path) => path.length > 0 && !isMap(path) && typeof path.at(-1) === 'string'),
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([record, path]) => {
        expect(refusalOf(put(record, path, undefined))).to.equal(pointer(path));
      }),
    );
  });

  it('refuses any record with a part more, at that part', () => {
    const cases = records.chain((record) =>
      fc.tuple(
        fc.constant(record),
        fc.constantFrom(...pathsIn(record).filter((path) => isObject(at(record, path)))),
        fc.string().map((key) => `${key}!`), // no key that is known, no name of a purpose
        fc.jsonValue(),
      ),
    );
    fc.assert(
      fc.property(cases, ([record, path, key, part]) => {
        expect(refusalOf(put(record, [...path, key], part))).to.equal(pointer([...path, key]));
      }),
    );
  });

  it('throws nothing but InvalidRecord, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify([value])),
    );
    fc.assert(fc.property(texts, (text) => void expect(refusal(text)).to.be.a('string')));
  });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { RESERVED_IDS } from '../../src/model/purposes.js';
import { content, core, evidence, facts } from '../../src/policies/timebot/2019-01-01.js';
import { canonical } from '../../src/record/notice.js';

/** The clauses as published: the number there, and the words. */
const PUBLISHED: Readonly<Record<string, readonly [number: string, words: string]>> = {
  '1.1.2': [
    '1.1.2',
    'Данные, которые автоматически передаются Сервисам TimeBot в процессе их использования с помощью установленного на устройстве пользователя программного обеспечения, в том числе IP-адрес, информация из cookie, информация о браузере пользователя (или иной программы с помощью которой осуществляется доступ к сервисам), время доступа, адрес запрашиваемой страницы',
  ],
  '2.1': [
    '2.1',
    'TimeBot собирает и хранит только те данные, которые необходимы для предоставления Сервисов и оказания услуг (исполнения соглашений и договоров с пользователем)',
  ],
  '2.2.1': ['2.2.1', 'Идентификация стороны в рамках соглашений и договоров с TimeBot'],
  '2.2.2': ['2.2.2', 'Предоставление пользователю персонализированных Сервисов, демо доступа в Сервисы'],
  '2.2.3': [
    '2.2.3',
    'Связь с пользователем, в том числе направление уведомлений, запросов и информации, касающихся использования Сервисов, оказания услуг, а также обработка запросов и заявок от пользователя',
  ],
  '2.2.4': ['2.2.4', 'Улучшение качества Сервисов, удобства их использования, разработка новых сервисов и услуг'],
  '2.2.5a': ['2.2.5 (первый)', 'Таргетирование рекламных материалов'],
  '2.2.5b': ['2.2.5 (второй)', 'Проведение статистических и иных исследований на основе обезличенных данных'],
};

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

const purposeIds = core.purposes.map(({ id }) => id);
const clauses = [...new Set(Object.values(facts.clauses).flat())];

describe('TimeBot policy, edition 2019-01-01', () => {
  it('has the hash of its content', () => {
    const hash = createHash('sha256').update(canonical(content)).digest('hex');
    assert.equal(
      hash,
      evidence.hash,
      `The content of edition ${core.edition} has changed, and records point to it by its hash.\n` +
        'If it has been released: put the old text back, and make the change in a new edition file (docs/policies.md).\n' +
        `If no release has shipped it yet: set evidence.hash to '${hash}'.`,
    );
  });

  it('asks about the purposes of the policy, in its order, by the clauses they come from', () => {
    assert.equal(facts.id, 'timebot');
    assert.equal(core.edition, '2019-01-01');
    assert.deepEqual(
      core.purposes.map(({ id, required = false, needsService = false }) => [
        id,
        facts.clauses[id]?.join(' '),
        required,
        needsService,
      ]),
      [
        ['necessary', '1.1.2 2.1 2.2.1', true, false],
        ['personalisation', '2.2.2', false, false],
        ['telemetry', '1.1.2 2.2.4 2.2.5b', false, false],
        ['ads', '2.2.5a', false, false],
        ['contact', '2.2.3', false, true],
      ],
    );
    for (const id of purposeIds) {
      assert.match(id, /^[a-z][a-z0-9-]{0,39}$/);
      assert.ok(!RESERVED_IDS.includes(id), `"${id}" is reserved`);
    }
  });

  it('states the operator, the kinds of data, the address and the law as published', () => {
    assert.deepEqual(evidence.operator, { name: 'ИП Джаикбаев А.М.', id: '520224300214' });
    assert.deepEqual(evidence.data, ['ip', 'cookie', 'browser', 'time', 'page']);
    const { clauses: _, ...rest } = facts;
    assert.deepEqual(rest, { id: 'timebot', url: 'https://timebot.kz/', contact: 'support@timebot.kz' });
    assert.deepEqual(content.facts, {
      ...facts,
      published: '2019-01-01',
      law: { country: 'KZ', date: '2013-05-21', number: '94-V' },
    });
  });

  it('quotes the clauses in Russian word for word', () => {
    const expected = Object.entries(PUBLISHED).map(([key, [number, words]]) => [key, `${number}. ${words}.`]);
    assert.deepEqual(content.texts['ru']?.details.clauses, Object.fromEntries(expected));
  });

  it('has Russian, Kazakh and English texts', () => {
    assert.deepEqual(Object.keys(content.texts), ['ru', 'kk', 'en']);
  });

  for (const [lang, { banner, details }] of Object.entries(content.texts)) {
    describe(lang, () => {
      for (const [what, keys, texts] of [
        ['a name for each purpose', purposeIds, banner.purposes],
        ['an explanation of each purpose', purposeIds, details.purposes],
        ['a text for each clause that a purpose names', clauses, details.clauses],
        ['a name for each kind of data', evidence.data, details.data],
      ] as const) {
        it(`has ${what}, and no other`, () => assert.deepEqual(Object.keys(texts).sort(), [...keys].sort()));
      }

      it('begins each clause with its published number, and tells the two clauses 2.2.5 apart', () => {
        for (const [key, [number]] of Object.entries(PUBLISHED)) {
          const published = number.replace(/ .*/, '');
          assert.match(details.clauses[key] ?? '', new RegExp(`^${published.replaceAll('.', '\\.')}(\\. | \\()`), key);
        }
        const [first, second] = ['2.2.5a', '2.2.5b'].map(
          (key) => /^2\.2\.5 \((\S+)\)\. /.exec(details.clauses[key] ?? '')?.[1],
        );
        assert.ok(first && second && first !== second, `"${first}" and "${second}" must differ`);
      });

      it('has no empty text and nothing left to fill in', () => {
        for (const text of strings({ banner, details })) assert.match(text, /^[^\s{}]([^{}]*[^\s{}])?$/);
      });

      it('names the clauses of rights and term, and where to write', () => {
        for (const clause of ['3.4.3', '4.1', '4.2', facts.contact]) assert.ok(details.rights.includes(clause), clause);
        for (const clause of ['3.4.2', '3.4.4']) assert.ok(details.term.includes(clause), clause);
        assert.ok(details.law.includes(content.facts.law.number));
      });
    });
  }
});

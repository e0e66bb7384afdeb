import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { services as en } from '../../src/locales/en.js';
import { services as kk } from '../../src/locales/kk.js';
import { services as ru } from '../../src/locales/ru.js';
import { durationIn } from '../../src/ui/duration.js';

describe('a time in words', () => {
  for (const [days, inRussian, inKazakh, inEnglish] of [
    [1, '1 день', '1 күн', '1 day'],
    [2, '2 дня', '2 күн', '2 days'],
    [5, '5 дней', '5 күн', '5 days'],
    [11, '11 дней', '11 күн', '11 days'],
    [21, '21 день', '21 күн', '21 days'],
    [22, '22 дня', '22 күн', '22 days'],
    [30, '1 месяц', '1 ай', '1 month'],
    [90, '3 месяца', '3 ай', '3 months'],
    [180, '6 месяцев', '6 ай', '6 months'],
    [365, '1 год', '1 жыл', '1 year'],
    [364, '364 дня', '364 күн', '364 days'],
    [400, '400 дней', '400 күн', '400 days'],
    [730, '2 года', '2 жыл', '2 years'],
    [1825, '5 лет', '5 жыл', '5 years'],
    [0.5, '12 часов', '12 сағат', '12 hours'],
    [1.5, '36 часов', '36 сағат', '36 hours'],
    [0.0417, '1 час', '1 сағат', '1 hour'],
    [0.0208, '30 минут', '30 минут', '30 minutes'],
    [0.0001, '1 минута', '1 минут', '1 minute'],
  ] as const) {
    it(`${days} days`, () => {
      assert.deepEqual(
        [durationIn('ru', ru, days), durationIn('kk', kk, days), durationIn('en', en, days)],
        [inRussian, inKazakh, inEnglish],
      );
    });
  }

  it('in a language of the site, with as many forms as it has or with one', () => {
    assert.equal(durationIn('pl', { ...en, days: '{n} dzień|{n} dni|{n} dni' }, 22), '22 dni');
    assert.equal(durationIn('uz', { ...en, days: '{n} kun' }, 5), '5 kun');
  });

  it('in a language whose tag is malformed: the last form', () => {
    assert.equal(durationIn('x_y', en, 1), '1 days');
  });
});

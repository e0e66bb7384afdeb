import { expect } from '@open-wc/testing';
import { letter } from '../../src/ui/letter.js';
import { langs, stateIn, texts } from './fixture.js';

const today = '2026-12-01T08:00:00Z';
const record = { id: '0b9f0f2e-7c3e-4b5e-8a55-3a3f0e1f2d11', at: '2026-11-23T10:00:00Z' };

/** As a mail program reads it. */
const read = (address: string): { to: string; subject: string; body: string } => {
  const { protocol, pathname, searchParams } = new URL(address);
  expect(protocol).to.equal('mailto:');
  expect([...searchParams.keys()]).to.deep.equal(['subject', 'body']);
  return {
    to: decodeURIComponent(pathname),
    subject: searchParams.get('subject') ?? '',
    body: searchParams.get('body') ?? '',
  };
};

describe('the letter about account data', () => {
  for (const lang of langs) {
    it(`${lang}: names record, date, operator and law, and leaves no mark unfilled`, () => {
      const { to, subject, body } = read(letter({ ...stateIn(lang), record }, texts[lang][1], today));
      expect(to).to.equal('support@timebot.kz');
      for (const part of [record.id, '23.11.2026', 'ИП Джаикбаев А.М.', texts[lang][1].policy.law]) {
        expect(body).to.contain(part);
      }
      expect(subject + body).not.to.match(/\{\w+\}/);
    });

    it(`${lang}: says so where this device has no record, and dates itself`, () => {
      const { body } = read(letter(stateIn(lang), texts[lang][1], today));
      expect(body).to.contain(texts[lang][1].ui.noRecord).and.to.contain('01.12.2026');
    });
  }

  it('breaks lines as mail does', () => {
    const address = letter(stateIn('en'), texts.en[1], today);
    expect(address).to.contain('%0D%0A');
    expect(address.replaceAll('%0D%0A', '')).not.to.match(/%0A|%0D|\s/);
  });

  it('lets no value add a field or a recipient', () => {
    const { policy } = stateIn('en');
    const hostile = { ...policy, contact: 'a@b.c?cc=x@y.z&', operator: { name: '&bcc=x@y.z#', id: '' } };
    const { to, body } = read(letter({ policy: hostile, record }, texts.en[1], today));
    expect(to).to.equal('a@b.c?cc=x@y.z&');
    expect(body).to.contain('&bcc=x@y.z#');
  });
});

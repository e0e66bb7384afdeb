import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { platformSha256 } from '../../src/record/hash.js';
import { sha256 } from '../../src/record/sha256.js';

/** FIPS 180-4, examples of NIST. */
const KNOWN = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
] as const;

for (const [name, hash] of [
  ['platformSha256', platformSha256],
  ['sha256', sha256],
] as const) {
  describe(name, () => {
    for (const [text, digest] of KNOWN) {
      it(`of "${text}" is that of the standard`, async () => expect(await hash(text)).to.equal(digest));
    }
  });
}

describe('sha256', () => {
  it('is that of the platform for every length around the blocks of 64 bytes', async () => {
    for (let length = 0; length <= 200; length++) {
      const text = 'x'.repeat(length);
      expect(await sha256(text), `${length} bytes`).to.equal(await platformSha256(text));
    }
  });

  it('counts bytes, not characters', async () => {
    for (const length of [27, 28, 31, 32]) {
      const text = 'ш'.repeat(length); // two bytes each
      expect(await sha256(text), `${length} letters`).to.equal(await platformSha256(text));
    }
  });

  for (const [what, texts] of [
    ['text of any script', fc.string({ unit: 'grapheme', maxLength: 300 })],
    ['text with halves of characters', fc.string({ unit: 'binary', maxLength: 300 })],
    ['UTF-16 of any kind', fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))],
  ] as const) {
    it(`is that of the platform for ${what}`, () =>
      fc.assert(
        fc.asyncProperty(texts, async (text) => void expect(await sha256(text)).to.equal(await platformSha256(text))),
      ));
  }

  it('is that of the platform for a text of many blocks', async () => {
    const text = 'Политика '.repeat(5000);
    expect(await sha256(text)).to.equal(await platformSha256(text));
  });
});

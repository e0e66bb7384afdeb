import { expect } from '@open-wc/testing';
import { chunkFile, createChunkLoader, type ChunkHashes } from '../../src/entry/chunks.js';
import type { Load, ModuleName } from '../../src/entry/modules.js';
import type { Trusted } from '../../src/gate/gate.js';

const BASE = new URL('./chunks/timebot-consent.js', import.meta.url).href;
const PLAIN: Trusted = { createScript: (text) => text, createScriptURL: (url) => url };

/** Hashes of the files in `chunks/`; that of `en` is not its bytes'. */
const HASHES = {
  ru: 'GPCbuYvVaBaBxdHHU7koWTuGHprmjFIXzpytGuuH9SA=',
  kk: 'dpBkj1dREenn8KJ5SV+F6AOnOSriTyPlgWyWgRgVqG8=',
  en: 'altered+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  page: 'QJybdJVR9iK7/iqe8rVfY+X/cKnv9HlSNJ0j6Jk/JgE=',
} as const satisfies ChunkHashes;

const loaderOf = (names: readonly (keyof typeof HASHES)[], nonce = '', trusted = PLAIN): Load =>
  createChunkLoader(BASE, Object.fromEntries(names.map((name) => [name, HASHES[name]])), nonce, trusted);

const scriptsOf = (name: ModuleName): HTMLScriptElement[] =>
  [...document.head.querySelectorAll('script')].filter(({ src }) =>
    new RegExp(`/chunks/${name}-\\w{8}\\.js#*$`).test(src),
  );

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

afterEach(() => {
  for (const script of document.head.querySelectorAll('script[integrity]')) script.remove();
});

describe('chunkFile', () => {
  for (const [name, hash, file] of [
    ['banner', 'abcdefghij', 'banner-abcdefgh.js'],
    ['ru-more', 'a+b/c=d-e', 'ru-more-a_b_c_d_.js'],
    ['sha256', '12345678', 'sha256-12345678.js'],
  ] as const) {
    it(`of ${name} with ${hash} is ${file}`, () => expect(chunkFile(name, hash)).to.equal(file));
  }
});

describe('createChunkLoader', () => {
  it('loads a chunk beside the script, its bytes checked', async () => {
    const { notice } = await loaderOf(['ru'], 'abc')('ru');
    expect(notice).to.equal('ru of the test');
    const [script, ...more] = scriptsOf('ru');
    expect(more).to.deep.equal([]);
    expect(script).to.include({
      type: 'module',
      crossOrigin: 'anonymous',
      integrity: `sha256-${HASHES.ru}`,
      nonce: 'abc',
    });
  });

  it('loads a chunk once', async () => {
    const load = loaderOf(['ru']);
    const [a, b] = await Promise.all([load('ru'), load('ru')]);
    expect(a).to.equal(b);
    expect(await load('ru')).to.equal(a);
    expect(scriptsOf('ru')).to.have.length(1);
  });

  it('neither runs nor imports a chunk whose bytes are not the right ones', async () => {
    const error = await errorOf(loaderOf(['en'])('en'));
    expect(String(error)).to.include('/chunks/en-altered_.js');
    expect(Reflect.get(globalThis, 'alteredChunkRan')).to.equal(undefined);
  });

  it('tries again at a later call, by an address that Firefox has not seen fail', async () => {
    const load = loaderOf(['en']);
    await errorOf(load('en'));
    await errorOf(load('en'));
    const addresses = scriptsOf('en').map(({ src }) => src);
    expect(addresses).to.have.length(2);
    expect(new Set(addresses)).to.have.length(2);
  });

  it('tries the banner again by the one address from which others take Lit', async () => {
    const load = createChunkLoader(BASE, { banner: 'missing-' }, '', PLAIN);
    await errorOf(load('banner'));
    await errorOf(load('banner'));
    const file = new URL(chunkFile('banner', 'missing-'), BASE).href;
    expect(scriptsOf('banner').map(({ src }) => src)).to.deep.equal([file, file]);
  });

  it('learns from the chunk of the page where the others are', async () => {
    const load = loaderOf(['page']);
    expect((await load('kk')).notice).to.equal('kk of the test');
    expect(scriptsOf('page')).to.have.length(1);
  });

  it('asks Trusted Types for the address', async () => {
    const asked: string[] = [];
    const trusted: Trusted = {
      ...PLAIN,
      createScriptURL: (url) => {
        asked.push(url);
        return url;
      },
    };
    await loaderOf(['ru'], '', trusted)('ru');
    expect(asked).to.deep.equal([new URL(chunkFile('ru', HASHES.ru), BASE).href]);
  });
});

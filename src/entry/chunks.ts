import type { Trusted } from '../gate/gate.js';
import { create, native } from '../gate/native.js';
import { bare } from '../model/bare.js';
import type { Load, ModuleName } from './modules.js';

/** SHA-256 of chunks, base64, by their names. A chunk's file is named after both. */
export type ChunkHashes = Readonly<Partial<Record<ModuleName, string>>>;

/** `banner` with hash `q+1/…` is `banner-q_1_….js`. */
export const chunkFile = (name: string, hash: string): string => `${name}-${hash.slice(0, 8).replace(/\W/g, '_')}.js`;

/**
 * Loads chunks beside the script. Each comes first as a script element with its integrity and is then imported from the
 * same address, since `import()` itself checks none. After a failure it is never imported: an engine might fetch it
 * again, unchecked.
 */
export const createChunkLoader = (base: string, first: ChunkHashes, nonce: string, trusted: Trusted): Load => {
  const hashes = bare(first);
  /** From where to import chunks whose bytes have passed the check. */
  const checked: Record<string, Promise<string>> = {};
  /** Makes a further address after a failure: Firefox asks no second time for a module that has failed on a page. */
  let again = '';

  const load: Load = async (name) => {
    if (!hashes[name]) await load('page'); // it leads to what no visitor waits for
    const hash = hashes[name] ?? '';
    const { href: file } = new URL(chunkFile(name, hash), base);
    checked[file] ??= new Promise((done, failed) => {
      const script = create('script');
      script.type = 'module';
      script.crossOrigin = ''; // anonymous
      script.integrity = `sha256-${hash}`;
      script.nonce = nonce;
      // the banner has only one: chunks that take Lit from it import that
      const url = name === 'banner' ? file : file + again;
      script.onload = () => done(url);
      script.onerror = () => {
        delete checked[file]; // a later call tries again
        again += '#';
        failed(url);
      };
      Reflect.set(script, 'src', trusted.createScriptURL(url));
      native('head').prepend(script); // not behind a script that is still being parsed
    });
    const chunk = await import(/* @vite-ignore */ await checked[file]);
    Object.assign(hashes, chunk.hashes);
    return chunk;
  };
  return load;
};

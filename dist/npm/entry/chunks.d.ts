import type { Trusted } from '../gate/gate.js';
import type { Load, ModuleName } from './modules.js';
/** SHA-256 of chunks, base64, by their names. A chunk's file is named after both. */
export type ChunkHashes = Readonly<Partial<Record<ModuleName, string>>>;
/** `banner` with hash `q+1/…` is `banner-q_1_….js`. */
export declare const chunkFile: (name: string, hash: string) => string;
/**
 * Loads chunks beside the script. Each comes first as a script element with its integrity and is then imported from the
 * same address, since `import()` itself checks none. After a failure it is never imported: an engine might fetch it
 * again, unchecked.
 */
export declare const createChunkLoader: (base: string, first: ChunkHashes, nonce: string, trusted: Trusted) => Load;

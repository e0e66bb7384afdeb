declare module 'virtual:chunks' {
  /** Made by the build: SHA-256 of every chunk. */
  export const hashes: import('./chunks.js').ChunkHashes;
}

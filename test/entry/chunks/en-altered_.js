globalThis.alteredChunkRan = true;
export const texts = {};

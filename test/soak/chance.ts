/** Chance that a seed repeats: what is decided, though not when it happens, is the same in every run of that seed. */
export interface Chance {
  /** 0 to 1, without 1. */
  readonly next: () => number;
  readonly percent: (likely: number) => boolean;
  readonly of: <T>(list: readonly T[]) => T;
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
}

/** Mulberry32. */
export const chanceOf = (seed: number): Chance => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    percent: (likely) => next() * 100 < likely,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    of: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
};

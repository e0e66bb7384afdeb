/*
 * Cleaning up after a service: removes what it has kept in the browser, wherever script of the site can.
 */
import type { Trace } from '../model/services.js';
import { cookies, writeCookie } from './native.js';

/** Milliseconds that anything waits for a database or cache: a tab with an open connection may hold its removal up. */
const PATIENCE = 1000;

/** A place where services keep things. */
interface Place {
  readonly names: () => Iterable<string> | Promise<Iterable<string>>;
  readonly remove: (names: readonly string[]) => unknown;
}

/**
 * Whether a name fits a pattern in which `*` stands for any characters. Every part between two stars is looked for once,
 * from where the part before it ended: there is nothing to go back for, however many stars there are.
 */
export const fits = (name: string, pattern: string): boolean => {
  const [start = '', ...parts] = pattern.split('*');
  const end = parts.pop();
  if (end === undefined) return name === pattern;
  let at = start.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.startsWith(start) && name.endsWith(end) && name.length - end.length >= at;
};

/**
 * What a cookie that a host can see may have as its `Domain`: nothing, the host, and all that is above it. Which of these
 * are public suffixes the browser knows, and refuses them. A leading dot means nothing (RFC 6265, 5.2.3).
 */
export const domainsOf = (host: string): readonly string[] => {
  const labels = host.split('.');
  return ['', ...labels.map((_, i) => labels.slice(i).join('.'))];
};

/**
 * What a cookie that an address can see may have as its `Path` (RFC 6265, 5.1.4), the likeliest first. The empty one is
 * the browser's default, the only way to a path that has a semicolon.
 */
export const pathsOf = (pathname: string): readonly string[] => {
  const paths = new Set(['/']);
  for (let i = pathname.indexOf('/', 1); i > 0; i = pathname.indexOf('/', i + 1)) {
    paths.add(pathname.slice(0, i)).add(pathname.slice(0, i + 1));
  }
  return [...paths.add(pathname), ''].filter((path) => !path.includes(';'));
};

/**
 * Every path under which the cookies lie that script sees here. Browsers go by the address that the page came from, the
 * standard by the one that `pushState` has made of it.
 */
const paths = (): readonly string[] => {
  const addresses = [location.href, ...performance.getEntriesByType('navigation').map(({ name }) => name)];
  return [...new Set(addresses.flatMap((address) => pathsOf(new URL(address).pathname)))];
};

/** Names of the cookies that script sees here. Those of deeper paths show on the pages there. */
const cookieNames = (): string[] =>
  cookies()
    .split('; ')
    .flatMap((pair) => (pair.includes('=') ? pair.slice(0, pair.indexOf('=')) : []));

/**
 * Lets cookies expire wherever they may have been set, and stops as soon as none of them is seen any more. With `Secure`
 * first: https takes it for any cookie, `__Host-` and `__Secure-` ask for it, http refuses it. A partitioned cookie is one
 * of its own beside the others of its name.
 */
const expire = (names: readonly string[]): void => {
  for (const flags of ['; Secure', '; Secure; Partitioned', '']) {
    for (const path of paths()) {
      const seen = new Set(cookieNames());
      const there = names.filter((name) => seen.has(name));
      if (!there.length) return;
      for (const name of there) {
        for (const domain of domainsOf(location.hostname)) {
          writeCookie(`${name}=; Max-Age=0${path && `; Path=${path}`}${domain && `; Domain=${domain}`}${flags}`);
        }
      }
    }
  }
};

const storage = (area: () => Storage): Place => ({
  names: () => [...Array(area().length).keys()].map((i) => area().key(i) ?? ''),
  remove: (names) => names.forEach((name) => area().removeItem(name)),
});

/** Resolves when a database is gone; a deletion that is blocked goes on by itself, whoever waits for it. */
const deleteDatabase = (name: string): Promise<unknown> =>
  new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = done;
  });

const places: { readonly [K in Trace['in']]: Place } = {
  cookie: { names: cookieNames, remove: expire },
  // oxlint-disable-next-line no-restricted-globals -- what others have put there is removed; nothing of ours is ever kept there
  local: storage(() => localStorage),
  session: storage(() => sessionStorage),
  database: {
    names: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
    remove: (names) => Promise.all(names.map(deleteDatabase)),
  },
  cache: {
    // pages without https have none
    names: async () => ('caches' in window ? caches.keys() : []),
    remove: (names) => Promise.all(names.map((name) => caches.delete(name))),
  },
};

const KINDS = ['cookie', 'local', 'session', 'database', 'cache'] as const;

/** @throws RangeError when it takes too long */
const inTime = <T>(value: T | Promise<T>): Promise<T> =>
  new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new RangeError('it hangs')), PATIENCE);
    Promise.resolve(value)
      .then(done, failed)
      .finally(() => clearTimeout(timer));
  });

/** Removes what fits in one place; gives what is still there, or may be where nobody can look. */
const clearPlace = async (
  { names, remove }: Place,
  patterns: readonly string[],
  stays: (name: string) => boolean,
): Promise<readonly string[]> => {
  const look = async (): Promise<readonly string[]> => {
    const found = new Set(await inTime(names()));
    return [...found].filter((name) => !stays(name) && patterns.some((pattern) => fits(name, pattern)));
  };
  try {
    const found = await look();
    if (!found.length) return [];
    await inTime(remove(found)).catch(() => undefined); // what has not worked is still there
    return await look();
  } catch {
    return patterns;
  }
};

/**
 * Removes what services have kept in this browser, as far as script of the site can.
 *
 * @param traces what they say they keep
 * @param needed what services that may run keep: it stays, whatever else it fits
 * @param ours names that are the widget's own
 * @returns what is left: by its own name where that is seen, else as it was declared
 */
export const clear = async (
  traces: readonly Trace[],
  needed: readonly Trace[],
  ours: readonly string[],
): Promise<readonly Trace[]> => {
  const isHere = ({ host, httpOnly }: Trace): boolean => !host && !httpOnly;
  const patterns = (list: readonly Trace[], kind: Trace['in']): readonly string[] =>
    list.filter((trace) => trace.in === kind && isHere(trace)).map(({ name }) => name);
  const left = KINDS.map(async (kind) => {
    const removable = patterns(traces, kind);
    if (!removable.length) return [];
    const kept = patterns(needed, kind);
    const stays = (name: string): boolean => ours.includes(name) || kept.some((pattern) => fits(name, pattern));
    return (await clearPlace(places[kind], removable, stays)).map((name) => ({ in: kind, name }));
  });
  const beyond = traces.filter((trace) => !isHere(trace));
  return [
    ...(await Promise.all(left)).flat(),
    ...beyond.map(({ in: kind, name, host, httpOnly }) => ({
      in: kind,
      name,
      ...(host && { host }),
      ...(httpOnly && { httpOnly }),
    })),
  ];
};

import { createStore, entries, get, type UseStore } from 'idb-keyval';
import { createDrain, type DeliveryReport, type Drain, type DrainDeps } from '../../src/outbox/drain.js';
import type { Answer } from '../../src/outbox/post.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ENDPOINT = 'https://example.kz/consents';
export const START = Date.UTC(2026, 10, 23);

/** A database of its own, so that tests of one origin do not meet. */
export const newDatabase = (): UseStore => createStore(`test-${crypto.randomUUID()}`, 'consent');

export const contents = async (db: UseStore): Promise<Record<string, unknown>> =>
  Object.fromEntries(await entries<string, unknown>(db));

export const stored = (db: UseStore, key: string): Promise<unknown> => get<unknown>(key, db);

/** A record as the drain sees it; made `seq` seconds after the start unless said otherwise. */
export const bodyOf = (id: string, seq = 1, at = START + seq * 1000): string =>
  JSON.stringify({ v: 1, kind: 'decision', id, seq, at: new Date(at).toISOString() });

export const answer = (status: number, body?: unknown, more: Partial<Answer> = {}): Answer => ({
  status,
  redirected: false,
  retryAfter: null,
  body,
  ...more,
});

export interface Sent {
  readonly id: string;
  readonly endpoint: string;
  readonly body: string;
}

/** A drain with its surroundings: a clock that stands still, timers that fire by hand, an endpoint that follows a script. */
export interface Bench {
  readonly drain: Drain;
  readonly memory: Map<string, string>;
  readonly sent: Sent[];
  readonly reports: DeliveryReport[];
  /** Milliseconds of the timers that are set, the database's patience aside. */
  readonly timers: () => number[];
  /** Fires the one timer that is set, at its time, and waits for the run that it starts. */
  readonly elapse: () => Promise<void>;
  readonly ids: () => string[];
}

/** Time that all benches of one test share. */
export const newClock = (): { now: number } => ({ now: START + HOUR });

interface Setting extends Partial<Omit<DrainDeps, 'db' | 'now' | 'post'>> {
  readonly clock?: { now: number };
  readonly reply?: (sent: Sent, attempt: number) => Answer | Promise<Answer>;
  /** Whether the database is given no time at all. */
  readonly impatient?: () => boolean;
  /** Told when a timer is set, the database's patience aside. */
  readonly onTimer?: () => void;
}

const PATIENCE = 300;

export const acknowledged = ({ id }: Sent): Answer => answer(201, { id });

export const newBench = (
  db: UseStore,
  { clock = newClock(), reply = acknowledged, impatient = () => false, onTimer, ...deps }: Setting = {},
): Bench => {
  const memory = deps.memory ?? new Map<string, string>();
  const sent: Sent[] = [];
  const reports: DeliveryReport[] = [];
  const timers = new Set<{ readonly fn: () => void; readonly ms: number }>();
  const endpoint = deps.endpoint ?? ENDPOINT;

  const drain = createDrain({
    db,
    endpoint,
    widget: '1.0.0',
    random: () => 1,
    locks: undefined,
    report: (report) => reports.push(report),
    ...deps,
    memory,
    now: () => clock.now,
    post: async (to, body) => {
      let id = body;
      try {
        id = String((JSON.parse(body) as { id: unknown }).id);
      } catch {
        // a body that is no JSON goes by itself
      }
      const post = { id, endpoint: to, body };
      sent.push(post);
      return reply(post, sent.length - 1);
    },
    schedule: (fn, ms) => {
      const timer = { fn, ms };
      if (ms === PATIENCE) {
        if (impatient()) queueMicrotask(fn);
      } else {
        timers.add(timer);
        onTimer?.();
      }
      return () => timers.delete(timer);
    },
  });

  return {
    drain,
    memory,
    sent,
    reports,
    timers: () => Array.from(timers, ({ ms }) => ms),
    elapse: async () => {
      const [timer, ...others] = timers;
      if (!timer || others.length) throw new Error(`expected one timer, found ${timers.size}`);
      timers.delete(timer);
      clock.now += timer.ms;
      timer.fn();
      await drain.run();
    },
    ids: () => sent.map(({ id }) => id),
  };
};

/** A promise and the way to keep it. */
export const deferred = <T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
};

/** The real Web Locks under names of this test's own: the pages of other tests run at the same time. */
export const privateLocks = (): Pick<LockManager, 'request'> => {
  const suffix = crypto.randomUUID();
  return new Proxy(navigator.locks, {
    get:
      () =>
      (name: string, ...rest: unknown[]) =>
        Reflect.apply(navigator.locks.request, navigator.locks, [`${name}-${suffix}`, ...rest]),
  });
};

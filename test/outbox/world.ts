import { entries, type UseStore } from 'idb-keyval';
import { createDrain, type Drain } from '../../src/outbox/drain.js';
import type { Answer } from '../../src/outbox/post.js';
import { append } from '../../src/store/entries.js';
import { answer, bodyOf, DAY, ENDPOINT, newDatabase, START } from './fixtures.js';

/*
 * A visitor's browser with several tabs and an endpoint, in which anything may fail at any moment. The database is the
 * real one; clock, chance, timers, locks and network are played, so that the same steps always lead to the same end.
 */

/** Whether transactions are carried out: `hangs` carries them out later. */
export type Storage = 'works' | 'refuses' | 'hangs';

/** What comes of a request: the endpoint stores the record or not, and the tab hears something or nothing. */
const OUTCOMES = {
  acknowledged: (id: string) => answer(201, { id }),
  'stored, answer lost': () => answer(0),
  'network error': () => answer(0),
  503: () => answer(503),
  '429 with Retry-After': () => answer(429, undefined, { retryAfter: '120' }),
  422: () => answer(422),
  409: () => answer(409),
  404: () => answer(404),
  redirect: () => answer(0, undefined, { redirected: true }),
  '200 of something else': () => answer(200),
  '201 with another id': () => answer(201, { id: 'other' }),
} as const satisfies Record<string, (id: string) => Answer>;

export type Outcome = keyof typeof OUTCOMES;
export const outcomes = Object.keys(OUTCOMES) as Outcome[];

const STORES: readonly Outcome[] = ['acknowledged', 'stored, answer lost'];

/** Milliseconds that the drain waits for a database. */
const PATIENCE = 300;

export interface Tab {
  readonly drain: Drain;
  readonly memory: Map<string, string>;
  /** Wherever the clock is set, they come after the time that they were given. */
  readonly timers: Set<{ readonly fire: () => void; readonly at: number }>;
  alive: boolean;
  /** Transactions that it may still begin before it crashes. */
  fuse: number;
}

interface Request {
  readonly tab: Tab;
  readonly id: string;
  readonly body: string;
  readonly respond: (given: Answer) => void;
}

export interface World {
  readonly tabs: readonly Tab[];
  /** What the visitor has clicked: bytes by id. */
  readonly clicked: ReadonlyMap<string, string>;
  /** What the endpoint has stored. */
  readonly stored: ReadonlyMap<string, string>;
  /** Ids whose acknowledgement has reached a tab. */
  readonly acknowledged: ReadonlySet<string>;
  /** The n-th of the tabs that live; a new one where none does. */
  readonly tab: (n: number) => Tab;
  readonly open: () => Tab;
  /** A decision, as on a click: kept and posted at the same time. Returns its id. */
  readonly click: (tab: Tab) => string;
  readonly crash: (tab: Tab) => void;
  /** Answers one of the requests that wait. */
  readonly respond: (n: number, outcome: Outcome) => void;
  readonly store: (next: Storage) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Sets the clock, by milliseconds. */
  readonly shift: (ms: number) => void;
  /** The next timer of any tab fires, at its time. */
  readonly elapse: () => void;
  /** From now on nothing fails any more, and nothing is left unanswered. */
  readonly heal: () => void;
  /** Waits until nothing goes on but requests that are not answered. */
  readonly calm: () => Promise<void>;
  /** What the database holds. */
  readonly kept: () => Promise<ReadonlyMap<string, unknown>>;
  readonly close: () => Promise<void>;
}

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** One turn of the event loop. */
const turn = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });

export const newWorld = (): World => {
  const real = newDatabase();
  const tabs: Tab[] = [];
  const clicked = new Map<string, string>();
  const stored = new Map<string, string>();
  const acknowledged = new Set<string>();
  const requests: Request[] = [];
  const underway = new Set<Promise<unknown>>();
  let stalled: (() => void)[] = [];
  let storage: Storage = 'works';
  /** What timers go by, which nobody can set, and what the clock shows. Milliseconds. */
  let passed = 0;
  let clock = START;
  let healed = false;
  let locked: Tab | undefined;
  let queue: { readonly tab: Tab; readonly begin: () => void }[] = [];

  const track = <T>(work: Promise<T>): Promise<T> => {
    underway.add(work);
    const end = (): void => void underway.delete(work);
    work.then(end, end);
    return work;
  };

  const free = (tab: Tab): void => {
    if (locked !== tab) return;
    locked = undefined;
    queue.shift()?.begin();
  };

  const crash = (tab: Tab): void => {
    tab.alive = false;
    tab.timers.clear();
    queue = queue.filter((waiting) => waiting.tab !== tab);
    free(tab);
  };

  const answerTo = ({ tab, id, body, respond }: Request, outcome: Outcome): void => {
    if (STORES.includes(outcome)) stored.set(id, body);
    if (!tab.alive) return;
    if (outcome === 'acknowledged') acknowledged.add(id);
    respond(OUTCOMES[outcome](id));
  };

  const databaseOf =
    (tab: Tab): UseStore =>
    (mode, callback) => {
      if (tab.alive && tab.fuse-- === 0) crash(tab);
      if (!tab.alive) return never();
      if (storage === 'refuses') return Promise.reject(new DOMException('refused', 'UnknownError'));
      if (storage === 'works') return track(real(mode, callback));
      return new Promise((done, failed) => {
        stalled.push(() => {
          if (tab.alive) track(real(mode, callback)).then(done, failed);
        });
      });
    };

  const post = (tab: Tab, body: string): Promise<Answer> =>
    new Promise((respond) => {
      if (!tab.alive) return;
      const request = { tab, id: String((JSON.parse(body) as { id: unknown }).id), body, respond };
      if (healed) answerTo(request, 'acknowledged');
      else requests.push(request);
    });

  /** Web Locks: whoever asks while another tab has the lock waits for it, until the signal. */
  const lock = (tab: Tab, signal: AbortSignal | undefined, work: () => Promise<void>): Promise<void> =>
    new Promise((done, failed) => {
      if (!tab.alive) return;
      const begin = (): void => {
        locked = tab;
        const end = (): void => free(tab);
        const run = work();
        run.then(done, failed);
        run.then(end, end);
      };
      if (!locked) return begin();
      const waiting = { tab, begin };
      queue.push(waiting);
      signal?.addEventListener('abort', () => {
        if (!queue.includes(waiting)) return;
        queue = queue.filter((other) => other !== waiting);
        failed(signal.reason);
      });
    });

  const open = (): Tab => {
    const memory = new Map<string, string>();
    const timers: Tab['timers'] = new Set();
    const request = (_name: string, { signal }: LockOptions, work: () => Promise<void>): Promise<void> =>
      lock(tab, signal, work);
    const tab: Tab = {
      memory,
      timers,
      alive: true,
      fuse: Infinity,
      drain: createDrain({
        db: (mode, callback) => databaseOf(tab)(mode, callback),
        memory,
        endpoint: ENDPOINT,
        widget: '1.0.0',
        post: (_, body) => post(tab, body),
        now: () => clock,
        random: () => 0.5,
        locks: { request: request as LockManager['request'] },
        schedule: (fire, ms) => {
          const timer = { fire, at: passed + ms };
          if (ms !== PATIENCE) timers.add(timer);
          else if (storage === 'hangs') queueMicrotask(fire);
          return () => timers.delete(timer);
        },
        report: () => undefined,
      }),
    };
    tabs.push(tab);
    void tab.drain.run();
    return tab;
  };

  const store = (next: Storage): void => {
    storage = next;
    if (next === 'hangs') return;
    const waiting = stalled;
    stalled = [];
    for (const begin of waiting) begin();
  };

  const calm = async (): Promise<void> => {
    await turn();
    while (underway.size) {
      await Promise.allSettled(underway);
      await turn();
    }
  };

  return {
    tabs,
    clicked,
    stored,
    acknowledged,
    open,
    crash,
    store,
    calm,
    tab: (n) => {
      const alive = tabs.filter((tab) => tab.alive);
      return alive[n % alive.length] ?? open();
    },
    click: (tab) => {
      const id = `r${clicked.size + 1}`;
      const body = bodyOf(id, clicked.size + 1, clock);
      clicked.set(id, body);
      tab.memory.set(id, body);
      void append(databaseOf(tab), id, body).then(
        () => tab.memory.delete(id),
        () => undefined,
      );
      void post(tab, body).then((given) => tab.drain.settle(id, body, given));
      return id;
    },
    respond: (n, outcome) => {
      const [request] = requests.splice(n % (requests.length || 1), 1);
      if (request) answerTo(request, outcome);
    },
    now: () => clock,
    shift: (ms) => {
      clock += ms;
    },
    elapse: () => {
      const [next] = tabs
        .flatMap((tab) => Array.from(tab.timers, (timer) => ({ tab, timer })))
        .sort((a, b) => a.timer.at - b.timer.at);
      if (!next) return;
      const wait = next.timer.at - passed;
      passed += wait;
      clock += wait;
      next.tab.timers.delete(next.timer);
      next.timer.fire();
    },
    heal: () => {
      store('works');
      for (const tab of tabs) tab.fuse = Infinity;
      healed = true;
      for (const request of requests.splice(0)) answerTo(request, 'network error');
    },
    kept: async () => new Map(await entries<string, unknown>(real)),
    close: async () => {
      for (const tab of tabs) crash(tab);
      await calm();
      await real('readonly', ({ transaction }) => {
        const { name } = transaction.db;
        transaction.db.close();
        indexedDB.deleteDatabase(name);
      });
    },
  };
};

/** Steps of the clock: what a device, its owner or a dead battery does. Milliseconds. */
export const CLOCK_STEPS: readonly number[] = [1000, 60_000, DAY, 400 * DAY, -60_000, -DAY, -3650 * DAY];

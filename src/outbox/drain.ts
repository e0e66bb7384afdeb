import type { UseStore } from 'idb-keyval';
import { acknowledge, append, fresh, type Delivery, type OutboxEntry } from '../store/entries.js';
import {
  changePause,
  endPause,
  NO_PAUSE,
  readOutbox,
  refuse,
  type Outbox,
  type Pause,
} from '../store/outbox-entries.js';
import { field } from '../store/field.js';
import { outcomeOf, retryAfterMs, retryDelay } from './answers.js';
import { oldestFirst } from './order.js';
import { acknowledges, type Answer, type Post } from './post.js';

/** What became of one record. */
export interface DeliveryReport {
  readonly id: string;
  readonly delivery: Delivery;
  /** HTTP status of the answer; 0 where there was none. */
  readonly status: number;
  /** Unacknowledged records that this tab knows of. */
  readonly pending?: number;
}

export interface DrainDeps {
  readonly db: UseStore;
  /** Bodies whose database write failed, by id. An acknowledgement takes them out, and nothing else. */
  readonly memory: Map<string, string>;
  readonly endpoint: string;
  /** Version of the widget. */
  readonly widget: string;
  readonly post: Post;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Calls `fn` in `ms` milliseconds, unless what it returns is called before. */
  readonly schedule: (fn: () => void, ms: number) => () => void;
  /**
   * Told of everything that a run has found out about a record. A record that stays misdirected is reported once, not
   * every hour.
   */
  readonly report: (delivery: DeliveryReport) => void;
}

export interface Drain {
  /**
   * Posts what is due and arranges the next run. Asked while a run is going, it runs once more after it. Never rejects.
   */
  run(): Promise<void>;
  /** Files the answer to a POST that somebody else made. The caller has the report: `report` is not called. */
  settle(id: string, body: string, answer: Answer): Promise<DeliveryReport>;
  /** The page is being left: the last chance for what is unsent. */
  leave(): void;
  stop(): void;
}

const LOCK = 'timebot-consent-drain';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Milliseconds after which a database counts as hanging, as WebKit's sometimes does. */
const PATIENCE = 300;
/** Milliseconds between two runs at least. */
const BREATH = 1000;
/** Chromium allows 64 KiB of keepalive requests at a time, the page's own included. */
const LEAVE_BYTES = 60_000;
const LEAVE_REQUESTS = 9;

const sizeOf = (body: string): number => new Blob([body]).size;

const nothing = (): void => undefined;

/**
 * Delivers the outbox: oldest first, one tab at a time, nothing removed before the acknowledgement.
 *
 * Where the database fails, the drain works with what this tab knows: `memory`, what was read before, and what was settled.
 */
export const createDrain = ({
  db,
  memory,
  endpoint,
  widget,
  post,
  now,
  random,
  locks,
  schedule,
  report,
}: DrainDeps): Drain => {
  /** What is not acknowledged, as far as this tab knows: leaving a page has no time to read. */
  let known = new Map<string, OutboxEntry>();
  const underway = new Set<string>();
  let bytesUnderway = 0;
  /** Ids of `memory` that could be written after all. */
  const saved = new Set<string>();
  let pause = NO_PAUSE;
  let pauseIsUnsaved = false;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let cancel = nothing;
  let turn = 0;
  let endTurn = nothing;

  /** The result, or undefined where the database refuses or hangs. */
  const inTime = <T>(work: Promise<T>): Promise<T | undefined> =>
    new Promise((resolve) => {
      const giveUp = (): void => resolve(undefined);
      const cancelWait = schedule(giveUp, PATIENCE);
      void work.then(resolve, giveUp).then(cancelWait);
    });

  /** Milliseconds until a time. Nothing waits for longer than a day, so a time beyond that means that the clock was set. */
  const until = (due: number): number => {
    const wait = due - now();
    return wait > 0 && wait <= DAY ? wait : 0;
  };

  /** A refusal holds for the endpoint and the widget version that met with it. */
  const waitOf = (entry: OutboxEntry): number =>
    entry.delivery !== 'pending' && (entry.widget !== widget || entry.endpoint !== endpoint) ? 0 : until(entry.due);

  const recall = (): void => {
    for (const [id, body] of memory) if (!known.has(id)) known.set(id, fresh(body));
  };

  const absorb = ({ entries, lost, pause: stored }: Outbox): void => {
    const before = known;
    known = new Map(entries);
    for (const [id, entry] of before) {
      const other = known.get(id);
      // newer than the database where the write of a refusal failed
      if (other ? entry.tries > other.tries : memory.has(id)) known.set(id, entry);
    }
    if (!pauseIsUnsaved) pause = stored;
    for (const id of lost) report({ id, delivery: 'dead', status: 0 });
  };

  const refresh = async (): Promise<void> => {
    const read = readOutbox(db);
    const outbox = await inTime(read);
    if (outbox) {
      absorb(outbox);
      for (const [id, body] of memory) {
        if (saved.has(id) || outbox.entries.has(id)) continue;
        if (await inTime(append(db, id, body).then(() => true))) saved.add(id);
      }
    } else {
      void read.then(absorb).then(arm, nothing); // should it stop hanging
    }
    recall();
  };

  const send = async (id: string, body: string): Promise<Answer> => {
    const bytes = sizeOf(body);
    underway.add(id);
    bytesUnderway += bytes;
    const answer = await post(endpoint, body);
    underway.delete(id);
    bytesUnderway -= bytes;
    return answer;
  };

  const file = async (id: string, body: string, answer: Answer): Promise<DeliveryReport> => {
    const outcome = outcomeOf(answer, id);
    const { status } = answer;
    const entry = known.get(id) ?? fresh(body);
    const delivery = outcome === 'pause' ? entry.delivery : outcome;

    if (outcome === 'pause') {
      known.set(id, entry);
      const asked = retryAfterMs(answer.retryAfter, now());
      // what was asked for, and our own wait on top: a date would otherwise bring everybody back at once
      const step = ({ tries }: Pause): Pause => ({
        tries: tries + 1,
        due: now() + Math.min(DAY, retryDelay(tries, random) + (asked ?? 0)),
        asked: asked !== undefined,
      });
      const stored = await inTime(changePause(db, step));
      pauseIsUnsaved = !stored;
      pause = stored ?? step(pause);
    } else if (outcome === 'acknowledged') {
      known.delete(id);
      memory.delete(id);
      await inTime(acknowledge(db, id, body, field(answer.body, 'receipt')));
    } else {
      const due = now() + (outcome === 'dead' ? DAY : HOUR);
      const refused: OutboxEntry = { body, delivery: outcome, tries: entry.tries + 1, due, status, widget, endpoint };
      known.set(id, refused);
      await inTime(refuse(db, id, refused));
    }
    if (outcome !== 'pause' && pause.tries) {
      pause = NO_PAUSE;
      pauseIsUnsaved = false;
      await inTime(endPause(db));
    }
    return { id, delivery, status, pending: known.size };
  };

  /** What is to be sent now, oldest first. */
  const due = (): (readonly [id: string, entry: OutboxEntry])[] =>
    oldestFirst([...known].filter(([id, entry]) => !underway.has(id) && !waitOf(entry)));

  const pass = async (mine: number): Promise<void> => {
    await refresh();
    for (const [id, entry] of due()) {
      if (mine !== turn || until(pause.due)) return;
      if (known.get(id) !== entry) continue; // settled meanwhile
      const result = await file(id, entry.body, await send(id, entry.body));
      if (result.delivery !== 'misdirected' || result.status !== entry.status) report(result);
    }
  };

  /**
   * One pass under the lock, once the tabs before this one have had theirs. Leaving the page ends it, or the wait for it, and
   * frees the lock even in the middle of a request: a page that is frozen in the back/forward cache would keep the lock for as
   * long as it stays there.
   */
  const takeTurn = async (): Promise<void> => {
    const mine = ++turn;
    const leaving = new AbortController();
    const { signal } = leaving;
    const left = new Promise<void>((resolve) => {
      endTurn = () => {
        turn++;
        resolve();
        leaving.abort();
      };
    });
    const work = (): Promise<void> => Promise.race([pass(mine), left]);
    let begun = false;
    try {
      await locks?.request(LOCK, { signal }, () => {
        begun = true;
        return work();
      });
    } catch {
      // left, or this page may have no locks (opaque origin), or its lock was taken away
    }
    if (!begun && mine === turn) await work();
  };

  const arm = (): void => {
    cancel();
    if (stopped || running) return;
    const waits = [...known.values()].map(waitOf);
    if (waits.length) cancel = schedule(run, Math.max(BREATH, until(pause.due), Math.min(...waits)));
  };

  const turns = async (): Promise<void> => {
    try {
      while (again && !stopped) {
        again = false;
        cancel();
        await takeTurn();
      }
    } finally {
      running = undefined;
      arm();
    }
  };

  const run = (): Promise<void> => {
    again = true;
    return stopped ? Promise.resolve() : (running ??= turns());
  };

  return {
    run,

    settle: async (id, body, answer) => {
      const result = await file(id, body, answer);
      arm();
      return result;
    },

    leave: () => {
      endTurn();
      if (pause.asked && until(pause.due)) return;
      recall();
      for (const [id, { body }] of due().reverse()) {
        if (underway.size === LEAVE_REQUESTS) return;
        if (bytesUnderway + sizeOf(body) > LEAVE_BYTES) continue;
        // the page may live on in the back/forward cache; what else comes back is for its next run to find out
        void send(id, body).then(async (answer) => {
          if (acknowledges(answer, id)) report(await file(id, body, answer));
        });
      }
    },

    stop: () => {
      stopped = true;
      cancel();
      endTurn();
    },
  };
};

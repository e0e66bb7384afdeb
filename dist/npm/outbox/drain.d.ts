import type { UseStore } from 'idb-keyval';
import { type Delivery } from '../store/entries.js';
import { type Answer, type Post } from './post.js';
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
/**
 * Delivers the outbox: oldest first, one tab at a time, nothing removed before the acknowledgement.
 *
 * Where the database fails, the drain works with what this tab knows: `memory`, what was read before, and what was settled.
 */
export declare const createDrain: ({ db, memory, endpoint, widget, post, now, random, locks, schedule, report, }: DrainDeps) => Drain;

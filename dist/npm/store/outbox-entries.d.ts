import { type UseStore } from 'idb-keyval';
import { type OutboxEntry } from './entries.js';
/** The pause of the whole drain, under `drain`, so that it outlives the page. */
export interface Pause {
    /** Pauses in a row since the endpoint last gave a real answer. */
    readonly tries: number;
    /** End of the pause, milliseconds since 1970. */
    readonly due: number;
    /** Whether the endpoint asked for it (Retry-After). */
    readonly asked: boolean;
}
export declare const NO_PAUSE: Pause;
/** What the database holds for the drain. */
export interface Outbox {
    readonly pause: Pause;
    readonly entries: ReadonlyMap<string, OutboxEntry>;
    /** Whether there were values that were no entries. */
    readonly broken: boolean;
    /** Ids of those that were beyond repair. */
    readonly lost: readonly string[];
}
/**
 * The outbox. A value that is no entry holds up nothing: it is copied into quarantine, and a fresh entry takes its place
 * where the body can be had from it or else from the visitor's copy of the record. Where that cannot be written (full
 * disk), it waits for the next reading.
 *
 * @throws whatever the database throws
 */
export declare const readOutbox: (db: UseStore) => Promise<Outbox>;
/** Files a refusal, unless the entry has gone meanwhile: then another tab has been given the acknowledgement. */
export declare const refuse: (db: UseStore, id: string, entry: OutboxEntry) => Promise<void>;
/** Lengthens the pause in one transaction, so that all tabs count the same failures. */
export declare const changePause: (db: UseStore, step: (old: Pause) => Pause) => Promise<Pause>;
export declare const endPause: (db: UseStore) => Promise<void>;

import type { AskReason, Decision } from '../model/decisions.js';
import type { Left } from '../model/services.js';
import type { View } from '../ui/contract.js';
/** The whole state of the widget on this page. Frozen; `subscribe` hands it to the page as it is. */
export interface Snapshot {
    readonly decision: Decision | undefined;
    /** Why the visitor is asked; undefined where no question is due. */
    readonly asks: AskReason | undefined;
    readonly view: View;
    readonly lang: string;
    /** What could not be removed of services that were closed on this page, or came back by itself; absent until then. */
    readonly left?: readonly Left[];
}
export type Listener = (snapshot: Snapshot, previous: Snapshot) => void;
export interface State {
    readonly get: () => Snapshot;
    readonly set: (change: Partial<Snapshot>) => void;
    /** Calls the listener at once and after every change; returns how to stop that. */
    readonly subscribe: (listener: Listener) => () => void;
}
/** The one place where state is held. */
export declare const createState: (initial: Snapshot) => State;

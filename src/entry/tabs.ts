import type { ConsentRecord } from '../record/record.js';

/** What a tab tells the others about its decision. */
export interface Message {
  /** The decision as the mirror cookie holds it. */
  readonly mirror: string;
  /** The record behind it, so that the others continue the same chain. */
  readonly newest: ConsentRecord | undefined;
  /** Whether the record is a word on what Global Privacy Control keeps off. */
  readonly explicit?: unknown;
}

/** As this widget's other tabs send it; a part is looked for that only newer versions tell of. */
const isRecord = (value: unknown): value is ConsentRecord =>
  typeof value === 'object' && value !== null && 'subject' in value && 'seq' in value && 'purposes' in value;

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'mirror' in value &&
  typeof value.mirror === 'string' &&
  'newest' in value &&
  (value.newest === undefined || isRecord(value.newest));

export interface Tabs {
  readonly tell: (message: Message) => void;
}

/**
 * The other tabs of this origin. The channel is closed while the page is in the back/forward cache, which it would
 * otherwise be kept out of; what was missed is in the cookie.
 *
 * @param hear a decision of another tab
 * @param look the page is back, by any way: read the cookie again
 */
export const joinTabs = (name: string, hear: (message: Message) => void, look: () => void): Tabs => {
  let channel: BroadcastChannel | undefined;
  const join = (): void => {
    if (channel || typeof BroadcastChannel === 'undefined') return;
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) hear(data);
    };
  };
  join();
  addEventListener('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  addEventListener('pageshow', ({ persisted }) => {
    join();
    if (persisted) look();
  });
  addEventListener('visibilitychange', () => {
    if (!document.hidden) look();
  });
  addEventListener('resume', look, true); // it does not bubble
  return { tell: (message) => channel?.postMessage(message) };
};

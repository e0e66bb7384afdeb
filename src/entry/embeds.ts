import { query } from '../gate/native.js';
import { bare } from '../model/bare.js';
import type { Running } from '../signals/check.js';
import type { Session } from './session.js';

/** Brings what shows embeds, as soon as the page has one. A question to the visitor comes first. */
export const watchEmbeds = (session: Session, services: readonly Running[]): void => {
  const { load, state, warn } = session;
  const look = (): void => {
    if (!query('timebot-embed').length) return;
    observer.disconnect();
    const ready = state.get().asks ? load('banner').catch(() => undefined) : Promise.resolve(undefined);
    ready
      .then(() => load('embed'))
      .then(({ startEmbeds }) => startEmbeds(session, services))
      .catch((error: unknown) => warn('embed', 'all', error));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, bare({ childList: true, subtree: true }));
  look();
};

/** The chunk for people who look after the site: loaded by `?timebot-consent-debug` or by `debug` in the config only. */
import { bare } from '../model/bare.js';
import { answer } from '../model/decisions.js';
import { createInspector } from '../ui/inspector.js';
import { inspect } from './inspect.js';
import type { Session } from './session.js';

/** Milliseconds between a change and the next look at the page: one look for many changes. */
const CALM = 200;

/** Opens the inspector on this page and keeps it up to date. */
export const startInspector = async (session: Session): Promise<void> => {
  const { offer, state, load, adopt } = session;
  const services = await load('services').catch(() => undefined);

  /** A choice that is only tried: it opens and closes on this page, and leaves cookie, database, endpoint and other tabs alone. */
  const attempt = (granted: readonly string[]): void => {
    // a choice that waits for its evidence is a real one, and must not be lost
    if (session.pending) return look();
    session.endTrial?.();
    const { decision } = state.get();
    const tried = answer(
      offer,
      {
        // between the real one and the next: it is told to nobody
        seq: Math.floor(decision?.seq ?? 0) + 0.5,
        expires: Date.now() + 3_600_000,
        edition: offer.edition,
        offer: offer.hash,
        accepted: decision?.accepted,
      },
      (id) => granted.includes(id),
      () => true,
    );
    session.endTrial = () => {
      session.endTrial = undefined;
      // another tab may have decided meanwhile: that holds
      if (state.get().decision?.purposes === tried.purposes) adopt(decision);
    };
    adopt(tried);
  };
  const inspector = createInspector(attempt);
  addEventListener('pagehide', () => session.endTrial?.());

  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer ??= setTimeout(async () => {
      timer = undefined;
      const engine = services?.engineOf(session);
      inspector.show(await inspect(session, engine?.status() ?? [], engine?.told ?? []));
    }, CALM);
  };
  state.subscribe(look);
  new PerformanceObserver(look).observe(bare({ type: 'resource', buffered: true }));
  // the panel's own changes are in its shadow root, which this does not see
  new MutationObserver(look).observe(
    document,
    bare({ childList: true, subtree: true, attributeFilter: ['src', 'type'] }),
  );
  if ('cookieStore' in window) window.cookieStore.addEventListener('change', look);
  addEventListener('storage', look);
};

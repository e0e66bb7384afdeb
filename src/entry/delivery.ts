import { createDrain, type Drain } from '../outbox/drain.js';
import { createPost } from '../outbox/post.js';
import type { Session } from './session.js';
import { version } from './version.js';

/** The drain of this page, with the browser's clock, chance, locks and timers. */
export const startDelivery = ({ db, memory, config, report }: Session): Drain =>
  createDrain({
    db,
    memory,
    endpoint: config.endpoint ?? '',
    widget: version,
    post: createPost((url, init) => fetch(url, init), location.origin),
    now: Date.now,
    random: Math.random,
    locks: navigator.locks,
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    report,
  });

import { createDrain, type DeliveryReport, type Drain } from '../outbox/drain.js';
import { createPost, type Answer } from '../outbox/post.js';
import type { Delivery } from '../store/entries.js';
import { databaseOf } from './database.js';
import { fetchPost } from './fetch-post.js';
import type { Session } from './session.js';
import { version } from './version.js';

/** Tells page and owner what became of a record. */
const report = ({ emit, warn, config }: Session, found: DeliveryReport): void => {
  emit('delivery', found);
  const { delivery, status } = found;
  if (delivery !== 'dead' && delivery !== 'misdirected') return;
  // a value that nothing could be recovered from: the database's fault, and kept in quarantine
  if (delivery === 'dead' && !status) return warn('record', `outbox/${found.id}`, 'its text is lost');
  warn('endpoint', config.endpoint, status || 'with a redirect', delivery === 'dead' ? 'daily' : 'hourly');
};

const drains = new WeakMap<Session, Drain>();

/** The drain of a session, with the browser's clock, chance, locks and timers. */
export const drainOf = (session: Session): Drain => {
  const { memory, config } = session;
  const made =
    drains.get(session) ??
    createDrain({
      db: databaseOf(session),
      memory,
      endpoint: config.endpoint ?? '',
      widget: version,
      post: createPost(fetchPost, location),
      now: Date.now,
      random: Math.random,
      locks: navigator.locks,
      schedule: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      report: (found) => report(session, found),
    });
  drains.set(session, made);
  return made;
};

/** Files the answer to a record's first POST. */
export const settle = async (session: Session, id: string, body: string, answer: Answer): Promise<Delivery> => {
  const found = await drainOf(session).settle(id, body, answer);
  report(session, found);
  return found.delivery;
};

import { decide, grantsAny, type Choice } from '../model/decisions.js';
import { acknowledges, createPost, type Answer } from '../outbox/post.js';
import { recordOf, serialise, type ConsentRecord } from '../record/record.js';
import type { Delivery } from '../store/entries.js';
import { acknowledge, append } from '../store/entries.js';
import type { SitePolicy } from './policy.js';
import type { Session } from './session.js';
import { version } from './version.js';

/** How a choice was made. */
export interface Act {
  readonly actor: ConsentRecord['actor'];
  readonly notice: ConsentRecord['notice'];
  readonly policy: SitePolicy;
}

/** What the API answers once the evidence of a decision is safe. */
export interface Committed {
  /** The record's id. */
  readonly id: string;
  readonly delivery: Delivery;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const random128 = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

/** RFC 9562, version 4: pages without https have no `randomUUID`. */
const uuid = (): string =>
  random128().replace(/^(.{8})(.{4}).(.{3})(.)(.{3})(.{12})$/, (_, a, b, c, d: string, e, f) =>
    [a, b, `4${c}`, ((parseInt(d, 16) & 3) | 8).toString(16) + e, f].join('-'),
  );

/** Calls back after the next paint; a hidden tab paints nothing, so it does not wait. */
const afterPaint = (): Promise<void> =>
  new Promise((done) => {
    if (document.hidden) setTimeout(done);
    else requestAnimationFrame(() => setTimeout(done));
  });

/**
 * Carries a choice out. Runs in the click's own task up to the first await, so that a navigation right after the click
 * loses nothing: refusals close, the cookie is written, one blind database write and the POST are started. Grants take
 * effect after the next paint, and not before their evidence is safe: in the cookie, in the database or, where storage is
 * refused altogether, at the endpoint.
 */
export const createCommit = (session: Session): ((choice: Choice, act: Act) => Promise<Committed>) => {
  const { config, offer, db, memory } = session;
  const { endpoint } = config;
  const post = createPost((url, init) => fetch(url, init), location.origin);

  const settle = async (id: string, body: string, kept: Promise<boolean>, answer: Answer): Promise<Delivery> => {
    await kept;
    if (acknowledges(answer, id)) {
      const receipt = Object.getOwnPropertyDescriptor(Object(answer.body), 'receipt')?.value;
      await acknowledge(db, id, body, receipt).catch(() => undefined); // a database that fails keeps nothing to take out
      memory.delete(id);
      session.report({ id, delivery: 'acknowledged', status: answer.status });
      return 'acknowledged';
    }
    const drain = await session.delivery();
    const report = await drain.settle(id, body, answer);
    session.report(report);
    return report.delivery;
  };

  return async (choice, { actor, notice, policy }) => {
    const now = Date.now();
    const { newest } = session;
    const { decision: draft, action } = decide(session.latest(), choice, offer, now);
    const decision = Object.freeze({ ...draft, seq: Math.max(draft.seq, (newest?.seq ?? 0) + 1) });
    const id = uuid();
    const record = recordOf(decision, action, offer, {
      id,
      subject: newest?.subject ?? random128(),
      prev: newest?.id ?? null,
      site: location.origin,
      actor,
      gpc: Reflect.get(navigator, 'globalPrivacyControl') === true,
      now,
      policy,
      notice,
      widget: version,
    });
    const body = serialise(record);

    session.restrict(decision);
    const mirrored = session.mirror(decision);
    session.newest = { id, subject: record.subject, seq: decision.seq, at: record.at };
    memory.set(id, body);
    const kept = append(db, id, body).then(
      () => memory.delete(id),
      () => false,
    );
    const delivered: Promise<Delivery> = endpoint
      ? post(endpoint, body).then((answer) => settle(id, body, kept, answer))
      : Promise.resolve('pending');
    // what the outbox cannot be loaded for stays in it: the session tries again when the network is back
    const delivery = delivered.catch((): Delivery => 'pending');

    const painted = afterPaint();
    if (grantsAny(decision, offer) && !mirrored && !(await kept)) await acknowledged(id, delivery);
    await painted;
    // a second click, here or in another tab, may have overtaken this one while it waited
    if (session.newest?.id === id) {
      session.adopt(decision);
      session.tell();
    }
    return { id, delivery: await Promise.race([delivery, Promise.resolve<Delivery>('pending')]) };
  };
};

/** Resolves when the endpoint has the record, now or by a later attempt. */
const acknowledged = async (id: string, first: Promise<Delivery>): Promise<void> => {
  if ((await first) === 'acknowledged') return;
  await new Promise<void>((done) => {
    const hear = (event: Event): void => {
      if (!(event instanceof CustomEvent) || event.detail.id !== id || event.detail.delivery !== 'acknowledged') return;
      document.removeEventListener('timebot-consent:delivery', hear);
      done();
    };
    document.addEventListener('timebot-consent:delivery', hear);
  });
};

import { bare } from '../model/bare.js';
import type { Choice } from '../model/decisions.js';
import { commit, everything, type Act, type Committed } from './commit.js';
import { naming } from './delta.js';
import type { Left } from '../model/services.js';
import type { Session } from './session.js';
import { siteOf } from './site.js';

/** What the API answers once the evidence of a decision is safe, and what it closed is cleaned up after. */
export interface Decided extends Committed {
  /** What could not be removed: by its own name where that is seen, else as its service declares it. Empty where all is gone. */
  readonly left: readonly Left[];
}

/**
 * A decision by script: everything granted or refused, or single purposes, services and `policy`, while what is left out
 * stays as it is.
 */
export const decideByScript = async (
  session: Session,
  choices: boolean | Readonly<Record<string, boolean>>,
): Promise<Decided> => {
  const { offer, state, load, warn } = session;
  const { policy, notice, known } = await siteOf(session);
  await known;
  // services that only say what they keep may not have been looked at yet
  if (offer.services.length) {
    await load('idle-config')
      .then(({ runServices }) => runServices(session))
      .catch(() => undefined);
  }
  const { lang } = state.get();
  // no layer of ours was shown
  const act: Act = { actor: 'script', policy, notice: await notice('api', lang, null) };

  const choose = (): Choice => {
    if (typeof choices === 'boolean') return everything(session, choices);
    const ids = ['policy', ...offer.purposes.map(({ id }) => id), ...offer.services.map(({ id }) => id)];
    for (const id of Object.keys(Object(choices))) {
      if (!ids.includes(id)) warn('decide', id, ids.join(', '));
    }
    const { policy: accepted, ...parts } = bare(
      Object.fromEntries(ids.flatMap((id) => (Object.hasOwn(Object(choices), id) ? [[id, choices[id] === true]] : []))),
    );
    return naming(session, parts, accepted);
  };
  session.endTrial?.();
  const committed = await commit(session, choose(), act);
  return { ...committed, left: (await session.left) ?? [] };
};

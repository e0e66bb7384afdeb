import type { Choice } from '../model/decisions.js';
import { commit, everything, type Act, type Committed } from './commit.js';
import type { Session } from './session.js';
import { siteOf } from './site.js';

/**
 * A decision by script: everything granted or refused, or single purposes, services and `policy`, while what is left out
 * stays as it is.
 */
export const decideByScript = async (
  session: Session,
  choices: boolean | Readonly<Record<string, boolean>>,
): Promise<Committed> => {
  const { offer, state, warn } = session;
  const { policy, notice, known } = await siteOf(session);
  await known;
  const { decision, lang } = state.get();
  // no layer of ours was shown
  const act: Act = { actor: 'script', policy, notice: await notice('api', lang, null) };

  const choose = (): Choice => {
    if (typeof choices === 'boolean') return everything(session, choices);
    const ids = ['policy', ...offer.purposes.map(({ id }) => id), ...offer.services.map(({ id }) => id)];
    for (const id of Object.keys(Object(choices))) {
      if (!ids.includes(id)) warn('decide', id, ids.join(', '));
    }
    const chosen = (id: string): boolean | undefined =>
      Object.hasOwn(Object(choices), id) ? choices[id] === true : undefined;
    const refusedBefore = (id: string, purpose: string): boolean =>
      decision?.offer === offer.hash && decision.purposes[purpose] === true && decision.services[id] === false;
    return {
      policy: chosen('policy') ?? decision?.accepted ?? false,
      purposes: Object.fromEntries(offer.purposes.map(({ id }) => [id, chosen(id) ?? session.allows(id)])),
      services: Object.fromEntries(
        offer.services.map(({ id, purpose }) => [id, chosen(id) ?? !refusedBefore(id, purpose)]),
      ),
    };
  };
  return commit(session, choose(), act);
};

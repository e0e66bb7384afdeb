import { embedNotice, type EmbedTexts } from '../locales/texts.js';
import type { Choice } from '../model/decisions.js';
import type { Service } from '../model/services.js';
import type { ConsentRecord } from '../record/record.js';
import { commit, type Committed } from './commit.js';
import type { Session } from './session.js';
import { siteOf } from './site.js';

/** The grant of one service, ready for the visitor's click. */
export interface Always {
  /** Name of the purpose that it needs. */
  readonly purpose: string;
  readonly grant: (actor: ConsentRecord['actor']) => Promise<Committed>;
}

/**
 * What is allowed now, the service and its purpose. Every other service that may not run now is refused by itself, or it
 * would come along with the purpose.
 */
const withService = ({ allows, offer, state }: Session, { id, purpose }: Service): Choice => {
  const { asks, decision } = state.get();
  return {
    // an acceptance holds for the edition that was accepted
    policy: (!asks || asks === 'offer') && decision?.accepted === true,
    purposes: Object.fromEntries(offer.purposes.map((p) => [p.id, p.id === purpose || allows(p.id)])),
    services: Object.fromEntries(offer.services.map((s) => [s.id, s.id === id || allows(s.id)])),
  };
};

/** Makes everything ready that a click on "always" needs, so that it has nothing to wait for. */
export const prepareAlways = async (session: Session, service: Service, ui: EmbedTexts): Promise<Always> => {
  const { load, state } = session;
  const { lang } = state.get();
  const [{ own, policy, notice, known }, { texts }] = await Promise.all([
    siteOf(session),
    load(lang === 'kk' || lang === 'en' ? lang : 'ru'),
  ]);
  const first = own?.first(lang, texts) ?? texts;
  // a layer of its own is not in the contract of records: of those that are, this is a further one
  const act = { policy, notice: await notice('preferences', lang, embedNotice(ui, first)) };
  await known;
  return {
    purpose: first.policy.purposes[service.purpose] ?? service.purpose,
    grant: (actor) => {
      session.endTrial?.();
      return commit(session, withService(session, service), { ...act, actor });
    },
  };
};

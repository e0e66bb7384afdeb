import { embedNotice, type EmbedTexts } from '../locales/texts.js';
import type { Choice } from '../model/decisions.js';
import type { Service } from '../model/services.js';
import type { ConsentRecord } from '../record/record.js';
import { commit, type Committed } from './commit.js';
import { isOn, naming } from './delta.js';
import type { Session } from './session.js';
import { siteOf } from './site.js';

/** The grant of one service, ready for the visitor's click. */
export interface Always {
  /** The language that its notice is in. */
  readonly lang: string;
  /** Name of the purpose that it needs. */
  readonly purpose: string;
  /** @param told whether the visitor has been told of the purpose */
  readonly grant: (actor: ConsentRecord['actor'], told: boolean) => Promise<Committed>;
}

/**
 * Grants the service and, where the visitor was told of it, its purpose. The other services of a purpose that is off until
 * now are refused by themselves, or they would come along.
 */
const withService = (session: Session, { id, purpose }: Service, told: boolean): Choice => {
  if (!told || isOn(session, purpose)) return naming(session, { [id]: true });
  const own = session.offer.services.filter((service) => service.purpose === purpose);
  const others = own.map((service) => [service.id, false]);
  return naming(session, { ...Object.fromEntries(others), [purpose]: true, [id]: true });
};

/** Makes everything ready that a click on "always" needs, so that it has nothing to wait for. */
export const prepareAlways = async (
  session: Session,
  service: Service,
  ui: EmbedTexts,
  lang: string,
): Promise<Always> => {
  const { load } = session;
  const [{ own, policy, notice, known }, { texts }] = await Promise.all([
    siteOf(session),
    load(lang === 'kk' || lang === 'en' ? lang : 'ru'),
  ]);
  const first = own?.first(lang, texts) ?? texts;
  // a layer of its own is not in the contract of records: of those that are, this is a further one
  const act = { policy, notice: await notice('preferences', lang, embedNotice(ui, first)) };
  await known;
  return {
    lang,
    purpose: first.policy.purposes[service.purpose] ?? service.purpose,
    grant: (actor, told) => {
      session.endTrial?.();
      return commit(session, withService(session, service, told), { ...act, actor });
    },
  };
};

import type { EditionEvidence } from '../model/editions.js';
import { evidence, facts } from '../policies/timebot/2019-01-01.js';
import { countRows } from '../store/rows.js';
import type { PolicyFacts } from '../ui/contract.js';
import type { Act } from './commit.js';
import { databaseOf } from './database.js';
import type { Own } from './own.js';
import { within } from './promises.js';
import type { Session } from './session.js';

/** The edition in force on this site: what records state of it and what visitors see. */
export type SitePolicy = PolicyFacts & EditionEvidence;

/** What a decision needs of its site, whoever decides. */
export interface Site {
  readonly policy: SitePolicy;
  /** What the site brings of its own, if anything. */
  readonly own: Own | undefined;
  /**
   * The notice that texts make.
   *
   * @param shippedHash its hash where the site brings nothing, made by the build
   * @param asked ids of what alone is asked about
   */
  readonly notice: (
    layer: Act['notice']['layer'],
    lang: string,
    texts: unknown,
    shippedHash?: string,
    asked?: readonly string[],
  ) => Promise<Act['notice']>;
  /** Resolves when the records of this device are taken up, or when the database has let us wait for long enough. */
  readonly known: Promise<unknown>;
}

export const siteOf = async (session: Session): Promise<Site> => {
  const { config, offer, load } = session;
  // an empty database has nothing to say; one with records decides whether there is a question, and has a chain to continue
  const known = (async (): Promise<void> => {
    const count = await within(countRows(databaseOf(session)));
    // records that cannot be read now leave the choice open all the same
    if (count)
      await load('page')
        .then(({ compare }) => compare(session, true))
        .catch(() => undefined);
    session.chained = true;
  })();
  known.catch(() => undefined); // told by whoever waits for it
  const shipped: SitePolicy = {
    ...evidence,
    ...facts,
    edition: offer.edition,
    url: config.policyUrl ?? facts.url,
  };
  const bring = async (): Promise<Own> => (await load('own')).ownOf(session, shipped);
  const own =
    config.policy || config.texts || config.services || config.purposes || config.off ? await bring() : undefined;
  return {
    policy: own?.policy ?? shipped,
    own,
    notice: async (layer, lang, texts, shippedHash, asked) => ({
      lang,
      layer,
      hash: (!own && shippedHash) || (await (own ?? (await bring())).notice(layer, lang, texts, asked)),
    }),
    known,
  };
};

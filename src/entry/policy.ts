import type { EditionEvidence } from '../model/editions.js';
import { evidence, facts } from '../policies/timebot/2019-01-01.js';
import { canonical } from '../record/notice.js';
import type { Sha256 } from '../record/hash.js';
import type { PolicyFacts } from '../ui/contract.js';
import type { Session } from './session.js';

/** The edition in force on this site: what records state of it and what visitors see. */
export type SitePolicy = PolicyFacts & EditionEvidence;

/**
 * TimeBot's edition, or the site's own on top of it. A site's own policy is hashed as its config states it, over all its
 * languages, when it is first needed.
 */
export const sitePolicy = async ({ config, core, offer }: Session, sha256: Sha256): Promise<SitePolicy> => {
  const { policy, policyUrl } = config;
  return {
    ...evidence,
    ...policy,
    id: policy?.id ?? core.id,
    edition: offer.edition,
    hash: policy ? await sha256(canonical(policy)) : evidence.hash,
    url: policyUrl ?? facts.url,
    contact: policy?.contact ?? facts.contact,
    operator: policy?.operator ?? evidence.operator,
    data: policy?.data ?? evidence.data,
  };
};

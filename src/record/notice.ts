import type { EditionEvidence } from '../model/editions.js';
import { jsonOf } from '../model/json.js';
import type { Offer } from '../model/offers.js';
import type { ConsentRecord } from './record.js';

/** Exactly what was shown: the texts of one layer in one language, about one edition and one offer. */
export interface Notice {
  readonly lang: string;
  readonly layer: ConsentRecord['notice']['layer'];
  readonly policy: { readonly id: string; readonly edition: string; readonly hash: string };
  readonly purposes: Offer['purposes'];
  readonly services: Offer['services'];
  readonly texts: unknown;
  /** Ids of what alone was asked about, in the order of the offer; absent where everything was. */
  readonly asked?: readonly string[];
}

export const noticeOf = (
  lang: string,
  layer: Notice['layer'],
  policy: EditionEvidence & { readonly id: string; readonly clauses?: Readonly<Record<string, readonly string[]>> },
  { edition, purposes, services }: Offer,
  texts: unknown,
  asked?: readonly string[],
): Notice => ({
  lang,
  layer,
  policy: { id: policy.id, edition, hash: policy.hash },
  purposes: purposes.map((purpose) => ({ clauses: policy.clauses?.[purpose.id] ?? [], ...purpose })),
  services,
  texts,
  ...(asked && { asked }),
});

/** JSON with sorted keys, so that the hash does not depend on the order in which a file lists its fields. */
export const canonical = (value: unknown): string =>
  jsonOf(value, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));

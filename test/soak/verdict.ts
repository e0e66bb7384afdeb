import type { ConsentRecord } from '../../src/record/record.js';

/** A click on a control that decides, as the page saw it: before and after the widget did. */
export interface Click {
  readonly site: string;
  /** Of the visitor's two tabs 0 or 1. */
  readonly tab: number;
  /** When the page in that tab began, milliseconds since 1970. */
  readonly page: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly action: string;
  /** What was checked, by name; for `save`. */
  readonly checked: Readonly<Record<string, boolean>>;
  /** Modes of the transactions that the page had running when it was clicked; `opening` where it had no database yet. */
  readonly ahead: readonly string[];
  /** What came right after it. */
  readonly afterwards: string;
}

/** What is wrong with a visitor's chain. */
export interface Gap {
  readonly site: string;
  readonly reason: string;
}

export interface Verdict {
  /** Clicks without a record. */
  readonly lost: readonly Click[];
  /** Records without a click: made up, or stored twice under two ids. */
  readonly unasked: readonly ConsentRecord[];
  /** Records that the visitor does not hold: the endpoint has them by the click's own POST alone. */
  readonly unkept: readonly ConsentRecord[];
  /** Records that follow what is not there, or what their page had gone beyond, and numbers that no record has. */
  readonly gaps: readonly Gap[];
  /** Records that follow the same one as another record: tabs that decided without having heard of each other. */
  readonly forks: number;
  /** For how many milliseconds at most a record had been there that the page of another one did not have. */
  readonly unheard: number;
  /** Whose click a record proves. */
  readonly proofs: ReadonlyMap<ConsentRecord, Click>;
}

/**
 * Whether a record is the evidence of a click. Even milliseconds are the first tab's and odd ones the second's: two tabs
 * may be clicked at the same moment and choose the same, and each click must have the record of its own.
 */
const proves = ({ site, at, purposes, policy }: ConsentRecord, click: Click): boolean => {
  const time = Date.parse(at);
  if (site !== click.site || time % 2 !== click.tab || time < click.from || time > click.to) return false;
  const wanted = (name: string): boolean =>
    click.action === 'save' ? click.checked[name] === true : click.action === 'accept-all';
  return (
    policy.accepted === wanted('policy') &&
    Object.entries(purposes).every(([name, granted]) => name === 'necessary' || granted === wanted(name))
  );
};

/** The other records that follow the same one. */
const besides = ({ id, prev }: ConsentRecord, records: readonly ConsentRecord[]): readonly ConsentRecord[] =>
  records.filter((other) => other.prev === prev && other.id !== id);

const isSamePage = (a: Click | undefined, b: Click): boolean => a?.tab === b.tab && a.page === b.page;

/** A record among those of its visitor. */
interface Link {
  readonly record: ConsentRecord;
  /** What it follows, if that is there. */
  readonly before: ConsentRecord | undefined;
  /** The number of that; 0 where it follows nothing. */
  readonly place: number;
  /** What was there by then with a higher number than that: its page did not have these records. */
  readonly unheard: readonly ConsentRecord[];
}

/** @param records of one visitor */
const linksOf = (records: readonly ConsentRecord[], proofs: Verdict['proofs']): readonly Link[] =>
  records.map((record) => {
    const before = records.find(({ id }) => id === record.prev);
    const place = before?.seq ?? 0;
    // a page reads the clock first and the cookie then; and the second tab's clock may be one ahead
    const until = (proofs.get(record)?.to ?? Date.parse(record.at)) + 1;
    const unheard = records.filter((other) => other !== record && other.seq > place && Date.parse(other.at) <= until);
    return { record, before, place, unheard };
  });

/** Milliseconds after which a page must know the records that were there when it began, however late the database was. */
const LATE = 5000;

/**
 * Whether a record has the number it must have: the next one after what it follows, or after what others had made by then.
 * A tab knows from the cookie how far the others are, but not always their records; then it continues the branch that it
 * knows, however long ago the others left that. A page never falls back behind its own records, nor behind what was there
 * long before it began.
 */
const isNumbered = ({ record, place, unheard }: Link, proofs: Verdict['proofs']): boolean =>
  [place, ...unheard.map(({ seq }) => seq)].includes(record.seq - 1) &&
  !unheard.some((other) => {
    const click = proofs.get(record);
    return click && (isSamePage(proofs.get(other), click) || Date.parse(other.at) < click.page - LATE);
  });

/** @param records of one visitor */
const gapsOf = (records: readonly ConsentRecord[], proofs: Verdict['proofs']): readonly string[] => {
  const links = linksOf(records, proofs).flatMap((link) => {
    const { before, place } = link;
    const { seq, prev, subject } = link.record;
    const known = prev === null || before?.subject === subject;
    if (known && isNumbered(link, proofs)) return [];
    return [`${seq} follows ${prev === null || before ? place : 'what is missing'}`];
  });
  const numbers = new Set(records.map(({ seq }) => seq));
  const missing = Array.from({ length: Math.max(0, ...numbers) }, (_, index) => index + 1).filter(
    (seq) => !numbers.has(seq),
  );
  return [...links, ...missing.map((seq) => `${seq} is missing`)];
};

/**
 * Compares what was clicked with what is stored.
 *
 * @param kept ids of the records that the visitors hold themselves
 */
export const judge = (
  clicks: readonly Click[],
  records: readonly ConsentRecord[],
  kept: ReadonlySet<string>,
): Verdict => {
  const proofs = new Map<ConsentRecord, Click>();
  const lost = clicks.filter((click) => {
    const record = records.find((candidate) => !proofs.has(candidate) && proves(candidate, click));
    return !record || !proofs.set(record, click);
  });
  const sites = new Map(records.map(({ site }) => [site, records.filter((record) => record.site === site)]));
  const chains = [...sites.values()];
  const delays = chains.flatMap((own) =>
    linksOf(own, proofs).flatMap(({ record, unheard }) =>
      unheard.map(({ at }) => Date.parse(record.at) - Date.parse(at)),
    ),
  );
  return {
    lost,
    unasked: records.filter((record) => !proofs.has(record)),
    unkept: records.filter(({ id }) => !kept.has(id)),
    gaps: [...sites].flatMap(([site, own]) => gapsOf(own, proofs).map((reason) => ({ site, reason }))),
    forks: chains.flatMap((own) => own.filter((record) => besides(record, own).length > 0)).length,
    unheard: Math.max(0, ...delays),
    proofs,
  };
};

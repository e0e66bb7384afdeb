import type { ConsentRecord } from '../../src/record/record.js';

/** A click on a control that decides, as the page saw it: before and after the widget did. */
export interface Click {
  readonly site: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly action: string;
  /** What was checked, by name; for `save`. */
  readonly checked: Readonly<Record<string, boolean>>;
}

export interface Verdict {
  /** Clicks without a record. */
  readonly lost: readonly Click[];
  /** Records without a click: made up, or stored twice under two ids. */
  readonly unasked: readonly ConsentRecord[];
  /** Records that follow what is not there, and numbers that no record has. */
  readonly gaps: readonly string[];
  /** Records that follow the same one as another record: tabs that decided without having heard of each other. */
  readonly forks: number;
}

/** Whether a record is the evidence of a click. */
const proves = ({ site, at, purposes, policy }: ConsentRecord, click: Click): boolean => {
  const time = Date.parse(at);
  if (site !== click.site || time < click.from || time > click.to) return false;
  const wanted = (name: string): boolean =>
    click.action === 'save' ? click.checked[name] === true : click.action === 'accept-all';
  return (
    policy.accepted === wanted('policy') &&
    Object.entries(purposes).every(([name, granted]) => name === 'necessary' || granted === wanted(name))
  );
};

/** The other records that follow the same one: a tab may know from the cookie how far another one is, but not its record. */
const besides = ({ id, prev }: ConsentRecord, records: readonly ConsentRecord[]): readonly ConsentRecord[] =>
  records.filter((other) => other.prev === prev && other.id !== id);

/** @param records of one visitor */
const gapsOf = (records: readonly ConsentRecord[]): string[] => {
  const links = records.flatMap((record) => {
    const { site, seq, prev, subject } = record;
    const before = records.find(({ id }) => id === prev);
    const place = before?.seq ?? 0;
    const known = prev === null || before?.subject === subject;
    const follows = place === seq - 1 || (place < seq && besides(record, records).length > 0);
    return known && follows ? [] : [`${site}: ${seq} follows ${prev === null || before ? place : 'what is missing'}`];
  });
  const numbers = new Set(records.map(({ seq }) => seq));
  const missing = Array.from({ length: Math.max(0, ...numbers) }, (_, index) => index + 1).filter(
    (seq) => !numbers.has(seq),
  );
  return [...links, ...missing.map((seq) => `${records[0]?.site}: ${seq} is missing`)];
};

/** Compares what was clicked with what is stored. */
export const judge = (clicks: readonly Click[], records: readonly ConsentRecord[]): Verdict => {
  const left = new Set(records);
  const lost = clicks.filter((click) => {
    const record = [...left].find((candidate) => proves(candidate, click));
    return !record || !left.delete(record);
  });
  const sites = [...new Set(records.map(({ site }) => site))].map((site) => records.filter((r) => r.site === site));
  return {
    lost,
    unasked: [...left],
    gaps: sites.flatMap(gapsOf),
    forks: sites.flatMap((own) => own.filter((record) => besides(record, own).length > 0)).length,
  };
};

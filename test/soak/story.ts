import type { ConsentRecord } from '../../src/record/record.js';
import type { Click, Verdict } from './verdict.js';

/** Something that happened to a visitor. */
export interface Note {
  readonly site: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

const short = (id: string | null): string => id?.slice(0, 8) ?? 'nothing';

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 23);

const textOf = ({ seq, id, prev, action, subject }: ConsentRecord): string =>
  `${seq} ${short(id)} follows ${short(prev)}, ${action}, subject ${short(subject)}`;

const clickOf = ({ tab, page, action, checked, ahead, afterwards }: Click): string => {
  const names = Object.keys(checked).filter((name) => checked[name]);
  const behind = ahead.length ? ` behind ${ahead.join(', ')},` : '';
  return `tab ${tab + 1}, page of ${timeOf(page)}: ${action} [${names.join(' ')}],${behind} then ${afterwards}`;
};

/** What happened to a visitor, in order: each record beside the click that it proves. */
export const storyOf = (
  site: string,
  records: readonly ConsentRecord[],
  { lost, unkept, proofs }: Pick<Verdict, 'lost' | 'unkept' | 'proofs'>,
  notes: readonly Note[],
): readonly string[] => {
  const own = <T extends { readonly site: string }>(list: readonly T[]): readonly T[] =>
    list.filter((item) => item.site === site);
  const told = [
    ...own(notes),
    ...own(records).map((record) => {
      const click = proofs.get(record);
      const proof = `${unkept.includes(record) ? 'UNKEPT; ' : ''}${click ? clickOf(click) : 'UNASKED'}`;
      return { at: Date.parse(record.at), text: `${textOf(record)}; ${proof}` };
    }),
    ...own(lost).map((click) => ({ at: click.from, text: `LOST; ${clickOf(click)}` })),
  ];
  return told.sort((a, b) => a.at - b.at).map(({ at, text }) => `${timeOf(at)} ${text}`);
};

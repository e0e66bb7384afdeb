/* Medians, ratios and verdicts. */
import type { Load, Visit } from './visit.js';

/** Visits by the name of their page. */
export type Visits = ReadonlyMap<string, readonly Visit[]>;

/** Milliseconds below which a difference to the control page is noise, so that nothing can be divided by it. */
const NOISE = 3;

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [high = Number.NaN, low = Number.NaN] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 ? high : (low + high) / 2;
};

type Target = { readonly ratio: number } | { readonly most: number };

interface Metric {
  readonly what: string;
  readonly unit: 'ms' | '';
  /** The figure of one visit. */
  readonly of: (visit: Visit) => number;
  /** The same page without a widget is taken off. */
  readonly overControl?: boolean;
  /** Which pages, where not the main ones: the end of their names. */
  readonly pages?: string;
  /** Absent where a figure is only told. */
  readonly target?: Target;
}

const since = (from: number | undefined, to: number | undefined): number => (to ?? Number.NaN) - (from ?? Number.NaN);
const at = (time: number | undefined): number => time ?? Number.NaN;
/** The browser reports no event that took less. */
const SHORTEST_EVENT = 16;

const next = (figure: (load: Load) => number) => (visit: Visit) => (visit.next ? figure(visit.next) : Number.NaN);

const METRICS: readonly Metric[] = [
  { what: 'navigation → banner visible', unit: 'ms', of: ({ first }) => at(first.banner), target: { ratio: 0.7 } },
  {
    what: 'first contentful paint, over control',
    unit: 'ms',
    of: ({ first }) => at(first.firstPaint),
    overControl: true,
    target: { ratio: 0.15 },
  },
  {
    what: 'the same, where its styles are in the page',
    unit: 'ms',
    of: ({ first }) => at(first.firstPaint),
    overControl: true,
    pages: ', styles in the page',
    target: { ratio: 0.15 },
  },
  {
    what: 'main thread, first visit, over control',
    unit: 'ms',
    of: ({ first }) => first.task,
    overControl: true,
    target: { ratio: 0.7 },
  },
  {
    what: 'blocking time, first visit, over control',
    unit: 'ms',
    of: ({ first }) => first.blocking,
    overControl: true,
    target: { most: 0 },
  },
  {
    what: 'script, return visit, over control',
    unit: 'ms',
    of: next(({ script }) => script),
    overControl: true,
    target: { ratio: 0.5 },
  },
  { what: 'main thread, return visit, over control', unit: 'ms', of: next(({ task }) => task), overControl: true },
  { what: 'layout shift', unit: '', of: ({ first }) => first.shift, target: { most: 0 } },
  {
    what: 'click → banner gone',
    unit: 'ms',
    of: ({ first }) => since(first.click, first.gone),
    target: { ratio: 0.2 },
  },
  {
    what: "the click's Event Timing",
    unit: 'ms',
    of: ({ first }) => first.clickDuration ?? SHORTEST_EVENT,
    target: { most: 48 },
  },
  {
    what: 'click → first granted script',
    unit: 'ms',
    of: ({ first }) => since(first.click, first.granted),
    target: { ratio: 1.3 },
  },
  {
    what: 'return visit, cached: navigation → first granted script',
    unit: 'ms',
    of: next(({ granted }) => at(granted)),
    target: { ratio: 0.95 },
  },
  {
    what: 'return visit, cache empty: navigation → first granted script',
    unit: 'ms',
    of: ({ later }) => at(later?.granted),
    target: { ratio: 0.95 },
  },
];

export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly theirs: number;
  /** What was taken off both; undefined where nothing was. */
  readonly control: number | undefined;
  /** Undefined where theirs is too small to divide by. */
  readonly ratio: number | undefined;
  readonly target: string;
  readonly verdict: 'ok' | 'over' | '';
  /** Smallest and largest of ours and theirs, before the control is taken off. */
  readonly range: readonly [ours: readonly number[], theirs: readonly number[]];
}

const extremes = (values: readonly number[]): readonly number[] => [Math.min(...values), Math.max(...values)];

const verdictOf = (ours: number, ratio: number | undefined, target: Target | undefined): Row['verdict'] => {
  if (!target) return '';
  if ('most' in target) return ours <= target.most ? 'ok' : 'over';
  return ratio === undefined ? '' : ratio <= target.ratio ? 'ok' : 'over';
};

const rowOf = ({ what, unit, of, overControl, pages = '', target }: Metric, visits: Visits): Row => {
  const figures = (name: string): readonly number[] => (visits.get(name + pages) ?? []).map(of);
  const control = overControl ? median(figures('control')) : undefined;
  const over = (name: string): number => median(figures(name)) - (control ?? 0);
  const [ours, theirs] = [over('ours'), over('theirs')];
  const ratio = theirs > (unit === 'ms' ? NOISE : 0) ? Math.max(0, ours) / theirs : undefined;
  const verdict = verdictOf(ours, ratio, target);
  const stated = !target ? '' : 'most' in target ? `≤ ${target.most} ${unit}`.trim() : `ratio ≤ ${target.ratio}`;
  return {
    what,
    unit,
    ours,
    theirs,
    control,
    ratio,
    target: stated,
    verdict,
    range: [extremes(figures('ours')), extremes(figures('theirs'))],
  };
};

export const rowsOf = (visits: Visits): readonly Row[] => METRICS.map((metric) => rowOf(metric, visits));

/** Compressed bytes that a first visit takes, over control. */
export const bytesOf = (visits: Visits, name: string): number => {
  const total = (of: string): number =>
    median((visits.get(of) ?? []).map(({ first }) => first.resources.reduce((sum, { bytes }) => sum + bytes, 0)));
  return total(name) - total('control');
};

const shown = (value: number, unit: string): string =>
  unit === 'ms' ? `${value.toFixed(0)} ms` : value.toFixed(3).replace(/\.?0+$/, '');

/** The table, as Markdown. */
export const table = (rows: readonly Row[]): string => {
  const cells = [
    ['what', 'ours', 'theirs', 'ratio', 'target', ''],
    ...rows.map(({ what, unit, ours, theirs, ratio, target, verdict }) => [
      what,
      shown(ours, unit),
      shown(theirs, unit),
      ratio === undefined ? 'none: theirs is near 0' : ratio.toFixed(2),
      target,
      verdict,
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

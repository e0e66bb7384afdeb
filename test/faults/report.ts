/* The fault table with its results, as docs/faults.md and as lines for a terminal. */
import { format, resolveConfig } from 'prettier';
import { faults, type EngineName, type Fault } from './table.js';

export const PAGE = 'docs/faults.md';

export type Result = 'holds' | 'fails' | 'cannot';

export const ENGINES: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

const TITLES: Readonly<Record<EngineName, string>> = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** What the table says of an engine. A run that finds something else fails. */
export const declared = ({ cannot, fails }: Fault, engine: EngineName): Result =>
  cannot?.[engine] ? 'cannot' : fails?.[engine] ? 'fails' : 'holds';

const INTRO = `# What goes wrong, and what holds then

<!-- Made by \`npm run faults -- --write\` from test/faults/table.ts: change that. -->

Every fault here is provoked in real browsers, against the built files and a server that can refuse, delay, break off and
lie. \`npm run faults\` does it and prints this table with the results of the engines that are installed; it fails where a result is
another than the one stated here, and CI runs it in all three.

Beside what a row says, four things hold for each of them:

- nothing is granted without a readable, valid decision: no gated tag is even requested before somebody has said yes;
- no exception of the widget's reaches the page;
- every click ends at the endpoint, in the outbox, or in a dead letter that page and owner are told of;
- the banner answers whatever storage does: nothing that a visitor sees waits for a database for longer than 300 ms.

What is not in the table, since no page can help it: a browser that is killed within milliseconds of a click, before its answer is seen,
and a power cut within seconds of it, may take a record that the endpoint has not acknowledged
([what was measured](decisions/017-durability-of-the-outbox.md)).`;

/** The page, formatted as the repository is. */
export const render = async (): Promise<string> => {
  const reasons: string[] = [];
  const note = (reason: string): number => {
    if (!reasons.includes(reason)) reasons.push(reason);
    return reasons.indexOf(reason) + 1;
  };
  const cell = (fault: Fault, engine: EngineName): string => {
    const reason = fault.cannot?.[engine] ?? fault.fails?.[engine];
    const result = declared(fault, engine);
    return reason ? `${result === 'fails' ? '**fails**' : 'not run'} [${note(reason)}]` : result;
  };
  const lines = faults.map((fault, index) => {
    const row = faults[index - 1]?.row === fault.row ? '' : fault.row;
    return `| ${[row, fault.fault, fault.outcome, ...ENGINES.map((engine) => cell(fault, engine))].join(' | ')} |`;
  });
  const count = (test: (fault: Fault) => boolean): number => faults.filter(test).length;
  const runsIn = (fault: Fault): number => ENGINES.filter((engine) => declared(fault, engine) !== 'cannot').length;
  const failing = count((fault) => ENGINES.some((engine) => declared(fault, engine) === 'fails'));
  const text = [
    INTRO,
    `${faults.length} faults, ${count((fault) => runsIn(fault) > 1)} of them in more than one engine; known to fail: ${failing || 'none'}.`,
    [
      `| | Fault | What holds | ${ENGINES.map((engine) => TITLES[engine]).join(' | ')} |`,
      `| --- | --- | --- | ${ENGINES.map(() => '---').join(' | ')} |`,
      ...lines,
    ].join('\n'),
    ...(reasons.length ? ['## Notes', reasons.map((reason, index) => `${index + 1}. ${reason}`).join('\n')] : []),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
};

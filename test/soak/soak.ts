/**
 * `npm run soak`: delivery under fire. Visitors with two tabs each decide at random, navigate and close right after the
 * click; half of the requests fail; browsers and collector are killed and come back. In the end everything heals, and what
 * was clicked must be what is stored.
 *
 *     npm run soak -- [--minutes n] [--contexts n] [--browsers n] [--seed n]
 *
 * The built files are taken from `dist`, or from the folder in DIST.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from './chance.js';
import { startSite } from './site.js';
import { storyOf, type Note } from './story.js';
import { judge, type Click } from './verdict.js';
import { createVisitor, type Tally, type Visitor } from './visitor.js';

/** Milliseconds from one end of the collector to the next. */
const COLLECTOR_LIVES = 15_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    contexts: { type: 'string', default: '24' },
    browsers: { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const numberOf = (name: keyof typeof values): number => {
  const value = Number(values[name]);
  if (!(value > 0)) throw new TypeError(`--${name} is "${values[name]}", but must be a number above 0`);
  return value;
};
const minutes = numberOf('minutes');
const contexts = numberOf('contexts');
const browsers = Math.min(contexts, numberOf('browsers'));
const seed = numberOf('seed');

const chance = chanceOf(seed);
const folder = await mkdtemp(join(tmpdir(), 'timebot-consent-soak-'));
const notes: Note[] = [];
const onNote = (note: Note): unknown => notes.push(note);
const site = await startSite(folder, chance, onNote);
const clicks: Click[] = [];
const tally: Tally = { sessions: 0, browserKills: 0, afterwards: {}, troubles: [] };
const visitors = Array.from({ length: contexts }, (_, index) =>
  createVisitor(
    site.originOf(index),
    join(folder, `profile-${index}`),
    chanceOf(seed + index),
    tally,
    (click) => clicks.push(click),
    onNote,
  ),
);

const began = Date.now();
const end = began + minutes * 60_000;

/** So many browsers at a time, each with its own share of the visitors: a profile has one browser at most. */
const shares = Array.from({ length: browsers }, (_, share) =>
  visitors.filter((_, index) => index % browsers === share),
);

const inShares = async (work: (share: readonly Visitor[]) => Promise<void>): Promise<void> => {
  await Promise.all(shares.map(work));
};

/** Each visitor once, in any case, and again until the time is over. */
const visits = async (share: readonly Visitor[]): Promise<void> => {
  for (let round = 0; round === 0 || Date.now() < end; round++) {
    for (const visitor of share) if (round === 0 || Date.now() < end) await visitor.session();
  }
};

/** Ids of the records that visitors hold themselves in the end. */
const kept = new Set<string>();
const drains = async (share: readonly Visitor[]): Promise<void> => {
  for (const visitor of share) for (const id of await visitor.drain()) kept.add(id);
};

let killing: Promise<void> = Promise.resolve();
const killer = setInterval(() => {
  killing = killing.then(() => site.killCollector());
}, COLLECTOR_LIVES);

try {
  await inShares(visits);
  clearInterval(killer);
  await killing;
  const before = site.records().length;
  site.heal();
  await inShares(drains);

  const records = site.records();
  const verdict = judge(clicks, records, kept);
  const { lost, unasked, unkept, gaps, forks, unheard } = verdict;
  const { all, distinct } = site.rows();
  const { posts, faults, unreachable, collectorKills } = site.figures;
  console.log(`
Seed ${seed}, ${((Date.now() - began) / 60_000).toFixed(1)} minutes: ${contexts} contexts with two tabs, ${tally.sessions} sessions, ${tally.browserKills} of them ended by SIGKILL;
the collector was killed ${collectorKills} times. ${posts} POSTs, ${faults} of them failed on purpose, ${unreachable} met no collector.
Right after the click: ${Object.entries(tally.afterwards)
    .map(([way, count]) => `${way} ${count}`)
    .join(', ')}.

clicked      ${clicks.length}
stored       ${records.length} (${before} before everything healed)
lost         ${lost.length}
unasked      ${unasked.length}
unkept       ${unkept.length} that the visitor's own database does not hold
duplicates   ${all - distinct}
gaps         ${gaps.length}
forks        ${forks} records that follow the same one as another tab's; both are kept
unheard      for at most ${unheard} ms: a tab's record, by another that decides`);
  for (const click of lost)
    console.log(`${click.site}: ${click.action} at ${new Date(click.from).toISOString()} is lost`);
  for (const record of unasked) console.log(`${record.site}: ${record.id} of ${record.at} is unasked`);
  for (const record of unkept) console.log(`${record.site}: ${record.id} of ${record.at} is unkept`);
  for (const gap of gaps) console.log(`${gap.site}: ${gap.reason}`);
  for (const trouble of tally.troubles) console.log(`ended early: ${trouble}`);
  for (const origin of new Set([...lost, ...unasked, ...unkept, ...gaps].map(({ site: at }) => at))) {
    console.log([`\nWhat happened at ${origin}:`, ...storyOf(origin, records, verdict, notes)].join('\n'));
  }
  const wrong = [...lost, ...unasked, ...unkept, ...gaps].length + all - distinct;
  if (wrong || !clicks.length) process.exitCode = 1;
} finally {
  clearInterval(killer);
  await site.close();
  // what a killed browser has left running may still write for a moment
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
}

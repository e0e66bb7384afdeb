/*
 * `npm run faults`: provokes every fault of the table in the engines that are installed, prints what held, and fails where
 * that is not what the table and docs/faults.md say.
 *
 *   npm run faults -- --only click         the faults whose names match
 *   npm run faults -- --write              writes docs/faults.md
 *   ENGINES=firefox,webkit npm run faults  other engines
 *   FAULT_CLICKS=200 npm run faults -- --only click   each way to leave a page, so often
 *   DIST=<folder> npm run faults           another build
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inspect, parseArgs } from 'node:util';
import { engines } from '../../scripts/browsers.mjs';
import { checks } from './checks/all.js';
import { startEngine } from './engines.js';
import { declared, ENGINES, PAGE, render, type Result } from './report.js';
import { inScene } from './scene.js';
import { faults, table, type EngineName, type FaultId } from './table.js';

/** How many faults at a time: they wait more than they work. */
const CONCURRENCY = 4;

const { values: options } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const names = engines();
const wanted = table.filter(({ id }) => new RegExp(options.only).test(id));
const results = new Map<FaultId, Partial<Record<EngineName, Result>>>(wanted.map(({ id }) => [id, {}]));
const problems: string[] = [];

const runIn = async (name: EngineName): Promise<void> => {
  const start = performance.now();
  const engine = await startEngine(name);
  const queue = wanted.filter((fault) => declared(fault, name) !== 'cannot');
  const work = async (): Promise<void> => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const expected = declared(fault, name);
      const found = await inScene(engine, checks[fault.id]).then(
        (): Result => 'holds',
        (error: unknown): Result => {
          if (expected === 'holds') problems.push(`${name}, ${fault.id}: ${inspect(error)}`);
          return 'fails';
        },
      );
      if (expected === 'fails' && found === 'holds')
        problems.push(`${name}, ${fault.id}: holds, though listed to fail`);
      Object.assign(results.get(fault.id) ?? {}, { [name]: found });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  await engine.stop();
  console.log(`# ${name}: ${Math.round((performance.now() - start) / 1000)} s`);
};

const since = performance.now();
for (const name of names) await runIn(name);

const width = Math.max(...wanted.map(({ id }) => id.length));
for (const fault of wanted) {
  const found = names.map((name) => (results.get(fault.id)?.[name] ?? 'cannot').padEnd(8));
  console.log(`${fault.id.padEnd(width)}  ${found.join('')}${fault.row}: ${fault.fault}`);
}
const counts = names.map((name) => {
  const held = wanted.filter(({ id }) => results.get(id)?.[name] === 'holds').length;
  const not = faults.filter((fault) => declared(fault, name) === 'cannot').length;
  return `${name} ${held} held${not ? `, ${not} it cannot run (${PAGE} says why)` : ''}`;
});
console.log(`\n${wanted.length} faults in ${Math.round((performance.now() - since) / 1000)} s: ${counts.join('; ')}`);
const others = ENGINES.filter((name) => !names.includes(name));
if (others.length) console.log(`Not run in ${others.join(', ')}: not installed, or not among ENGINES`);

const page = await render();
if (options.write && !problems.length) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page)
  problems.push(`${PAGE} is not what the table says: npm run faults -- --write`);

for (const problem of problems) console.error(`\n${problem}`);
if (problems.length) console.error(`\n${problems.length} problems`);
process.exit(problems.length ? 1 : 0);

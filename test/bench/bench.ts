/**
 * `npm run bench`: the built widget side by side with vanilla-cookieconsent, in one run, in a slowed Chromium. It judges
 * nothing by its exit code: times are a machine's, and `docs/benchmarks.md` says how to read them.
 *
 *     npm run bench -- [--visits n] [--json file]
 *
 * The built files are taken from `dist`, or from the folder in DIST.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { puppeteerCore } from '@web/test-runner-chrome';
import { chromiumOptions } from '../../scripts/browsers.mjs';
import { bytesOf, median, rowsOf, table } from './report.js';
import { EMBEDS, startSite } from './site.js';
import { visit, type Browser, type Visit } from './visit.js';

/** Milliseconds for the whole run: where a machine is slower than expected, there are fewer visits. */
const LIMIT = 6 * 60_000;

const { values } = parseArgs({ options: { visits: { type: 'string', default: '9' }, json: { type: 'string' } } });
const count = Number(values.visits);
if (!Number.isInteger(count) || count < 1) {
  console.error(`--visits is "${values.visits}", but must be a number from 1`);
  process.exit(1);
}

const measure = async (browser: Browser, url: (name: string) => string) => {
  const visits = new Map<string, Visit[]>(EMBEDS.map(({ name }) => [name, []]));
  const start = performance.now();
  for (let round = 0; round < count; round += 1) {
    const elapsed = performance.now() - start;
    if (round && elapsed + elapsed / round > LIMIT) {
      console.error(`stops after ${round} of ${count} rounds: the next one would exceed ${LIMIT / 60_000} minutes`);
      break;
    }
    // begun at another one each time, so that none always comes first
    const turn = round % EMBEDS.length;
    for (const embed of [...EMBEDS.slice(turn), ...EMBEDS.slice(0, turn)]) {
      visits.get(embed.name)?.push(await visit(browser, url(embed.name), embed));
    }
    console.error(`round ${round + 1} of ${count}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  return visits;
};

const site = await startSite(process.env['DIST'] ?? 'dist');
const browser = await puppeteerCore.launch(chromiumOptions()).catch((error: unknown) => {
  site.close();
  throw error;
});
try {
  const machine = {
    browser: await browser.version(),
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    platform: process.platform,
    // what other programs took meanwhile is in the figures too
    load: `load ${loadavg()[0]?.toFixed(1)} at the start`,
  };
  // a browser's first page is slower than any other
  await visit(browser, site.url('control'), { name: 'control', depth: 'paint' });
  const visits = await measure(browser, site.url);
  const rows = rowsOf(visits);
  console.log(`
Medians of ${visits.get('ours')?.length} visits each, interleaved. CPU ×4, 1.6 Mbps down, 750 kbps up, 150 ms. Theirs: vanilla-cookieconsent 3.1.0.
${Object.values(machine).join(', ')}

${table(rows)}

Until the banner is visible, with the compressed bytes of a first visit:`);
  for (const { name } of EMBEDS.filter(({ depth, gate }) => gate && depth !== 'paint')) {
    const banner = median((visits.get(name) ?? []).map(({ first }) => first.banner ?? Number.NaN));
    console.log(
      `${banner.toFixed(0).padStart(6)} ms  ${(bytesOf(visits, name) / 1000).toFixed(1).padStart(5)} kB  ${name}`,
    );
  }
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ machine, rows, visits: Object.fromEntries(visits) }, null, 2)}\n`);
} finally {
  await browser.close();
  site.close();
}

/* What most checks have in common. */
import assert from 'node:assert/strict';
import { clockAhead } from '../../e2e/probes.js';
import { ALL, REVIVED, type Check, type Scene, type ScenePage, type Tab } from '../scene.js';

/** The visitor says yes; everything runs, the record arrives. */
export const accepts = async ({ site }: Scene, tab: Tab): Promise<void> => {
  await tab.accept();
  assert.deepEqual(await tab.ran(ALL.length), ALL);
  assert.equal((await site.stored(1))[0]?.action, 'given');
};

/** The page again: nothing asks, what was granted runs. */
export const remembers = async (tab: Tab): Promise<void> => {
  await tab.go();
  await tab.quiet();
  // where only the database knows, what is necessary does not wait for it
  assert.deepEqual((await tab.ran(REVIVED.length)).toSorted(), REVIVED.toSorted());
  assert.notEqual(await tab.view(), 'banner');
};

/** The whole way under a fault: question, answer, record, next page. @param warning what the owner is told, if anything */
export const worksWith =
  (options: ScenePage = {}, warning?: string): Check =>
  async (scene) => {
    const tab = await scene.asks(options);
    await accepts(scene, tab);
    await tab.acknowledged();
    if (warning) await tab.warned(warning);
    await remembers(tab);
  };

/** Nothing can be kept: what is granted waits for the endpoint to have it, and holds for this page only. */
export const holdsForThisPage = async ({ site }: Scene, tab: Tab): Promise<void> => {
  const release = site.hold('/consents');
  await tab.accept();
  await site.seen('/consents');
  assert.equal(await tab.allows('ads'), false, 'nothing holds the evidence yet');
  release();
  await tab.ran(ALL.length);
  await site.stored(1);
  await tab.go();
  await tab.asked();
  assert.deepEqual(await tab.ran(1), ['necessary']);
};

/** The page works, asks nothing and grants nothing; the owner is told. */
export const staysClosed = async (tab: Tab, warning: string): Promise<void> => {
  assert.deepEqual(await tab.ran(1), ['necessary']);
  await tab.warned(warning);
  assert.deepEqual(await tab.order(), ['necessary']);
  assert.equal(await tab.allows('ads'), false);
};

/** The record waits for the endpoint, and arrives once it is back. */
export const arrivesLater = async ({ site }: Scene, tab: Tab): Promise<void> => {
  site.fault();
  await tab.acknowledged();
  assert.equal(site.records().length, 1);
};

/** The same from the next page, a day later: past whatever pause a longer outage has led to. */
export const arrivesNextDay = async ({ site, page }: Scene, tab: Tab): Promise<void> => {
  site.fault();
  page('/', { script: clockAhead(86_400_000) });
  await tab.go();
  await tab.acknowledged();
  assert.equal(site.records().length, 1);
};

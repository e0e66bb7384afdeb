/*
 * Whatever happens in whichever order, no record is lost: each is acknowledged or in the outbox, and arrives in the end.
 *
 * A failure prints `seed`, `path` and, behind the steps, a `replayPath`: the first two go to `fc.assert`, the third to
 * `fc.commands`, and the same steps are gone again.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { field } from '../../src/store/field.js';
import { DAY } from './fixtures.js';
import { CLOCK_STEPS, newWorld, outcomes, type Storage, type Tab, type World } from './world.js';

/** Where each record must be. */
interface Model {
  /** Ids of those that the database has taken: in the outbox, whole, until they are acknowledged. */
  readonly kept: Set<string>;
  /** Those that it has not: in the memory of their tab, for as long as that lives. */
  readonly held: Map<string, Tab>;
}

/** Compares the world with the model. What a tab held that has crashed is lost: nothing can be done about that. */
const compare = async ({ kept, held }: Model, { clicked, acknowledged, stored, kept: read }: World): Promise<void> => {
  const rows = await read();
  for (const [id, tab] of held) {
    if (rows.has(`outbox/${id}`) || acknowledged.has(id)) kept.add(id);
    else if (tab.alive) expect(tab.memory.get(id), `${id} in memory`).to.equal(clicked.get(id));
    if (kept.has(id) || !tab.alive) held.delete(id);
  }
  for (const id of kept) {
    const entry = rows.get(`outbox/${id}`);
    const record = rows.get(`record/${id}`);
    if (acknowledged.has(id)) continue;
    expect(field(entry, 'body'), `${id} in the outbox`).to.equal(clicked.get(id));
    expect(field(record, 'body'), `the visitor’s copy of ${id}`).to.equal(clicked.get(id));
    expect(field(record, 'delivery'), `the state of ${id}`).to.equal(field(entry, 'delivery'));
  }
  for (const [id, body] of stored) expect(body, `${id} at the endpoint`).to.equal(clicked.get(id));
};

type Command = fc.AsyncCommand<Model, World>;

const command = (name: string, act: (world: World) => void): Command => ({
  check: () => true,
  run: async (model, world) => {
    act(world);
    await world.calm();
    await compare(model, world);
  },
  toString: () => name,
});

const nth = fc.nat(5);

/** A click. Where the database works and the tab lives on, the record is in it at once. */
const click = (n: number): Command => ({
  check: () => true,
  run: async (model, world) => {
    const tab = world.tab(n);
    model.held.set(world.click(tab), tab);
    await world.calm();
    await compare(model, world);
  },
  toString: () => `click in tab ${n}`,
});

const steps: fc.Arbitrary<Command>[] = [
  nth.map(click),
  nth.map((n) => command(`crash of tab ${n}`, (world) => world.crash(world.tab(n)))),
  fc.tuple(nth, nth).map(([n, left]) =>
    command(`tab ${n} will crash after ${left} transactions`, (world) => {
      world.tab(n).fuse = left;
    }),
  ),
  nth.map((n) =>
    command(`reload of tab ${n}`, (world) => {
      const tab = world.tab(n);
      tab.drain.leave();
      world.crash(tab);
      world.open();
    }),
  ),
  nth.map((n) => command(`tab ${n} into the back/forward cache`, (world) => world.tab(n).drain.leave())),
  nth.map((n) => command(`tab ${n} awakes`, (world) => void world.tab(n).drain.run())),
  fc.constant(command('another tab', (world) => void world.open())),
  fc
    .tuple(nth, fc.constantFrom(...outcomes))
    .map(([n, outcome]) => command(`request ${n}: ${outcome}`, (world) => world.respond(n, outcome))),
  nth.map((n) => command(`request ${n}: acknowledged`, (world) => world.respond(n, 'acknowledged'))),
  fc.constant(command('the next timer', (world) => world.elapse())),
  fc.constantFrom(...CLOCK_STEPS).map((ms) => command(`clock ${ms} ms`, (world) => world.shift(ms))),
  fc
    .constantFrom<Storage>('works', 'works', 'refuses', 'hangs')
    .map((next) => command(`database ${next}`, (world) => world.store(next))),
];

/** Turns of the timers in which everything must be delivered: each tab that finds another one at work looks again. */
const TURNS = 100;

/** Refused records are tried daily; nothing waits for longer, wherever the clock was. */
const LONGEST = 2 * DAY;

describe('the outbox, whatever happens', () => {
  it('loses no record, and delivers each once nothing fails any more', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: 'max' }), async (commands) => {
        const world = newWorld();
        const model: Model = { kept: new Set(), held: new Map() };
        try {
          await fc.asyncModelRun(() => ({ model, real: world }), commands);
          world.heal();
          world.open();
          const waiting = async (): Promise<boolean> =>
            world.tabs.some(({ alive, memory }) => alive && memory.size > 0) ||
            [...(await world.kept()).keys()].some((key) => key.startsWith('outbox/'));
          const healed = world.now();
          await world.calm();
          for (let n = 0; n < TURNS && (await waiting()); n++) {
            world.elapse();
            await world.calm();
          }
          await compare(model, world);
          expect(await waiting(), 'something still waits').to.equal(false);
          expect(world.now() - healed, 'how long it took').to.be.at.most(LONGEST);
          const rows = await world.kept();
          for (const id of [...model.kept, ...model.held.keys()]) {
            expect(world.stored.get(id), `${id} at the endpoint`).to.equal(world.clicked.get(id));
            const record = rows.get(`record/${id}`);
            if (record) expect(field(record, 'delivery'), `the state of ${id}`).to.equal('acknowledged');
          }
        } finally {
          await world.close();
        }
      }),
      { numRuns: 50 },
    );
  });
});

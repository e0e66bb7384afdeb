import { expect } from '@open-wc/testing';
import { set, type UseStore } from 'idb-keyval';
import type { Answer } from '../../src/outbox/post.js';
import { acknowledge, append } from '../../src/store/entries.js';
import {
  acknowledged,
  answer,
  bodyOf,
  contents,
  DAY,
  deferred,
  ENDPOINT,
  HOUR,
  newBench,
  newClock,
  newDatabase,
  privateLocks,
  START,
  stored,
  type Sent,
} from './fixtures.js';

const refusing: UseStore = () => Promise.reject(new DOMException('blocked', 'SecurityError'));

const filled = async (...ids: string[]): Promise<UseStore> => {
  const db = newDatabase();
  for (const [index, id] of ids.entries()) await append(db, id, bodyOf(id, index + 1));
  return db;
};

describe('a drain', () => {
  describe('by the delivery table', () => {
    for (const status of [200, 201]) {
      it(`files ${status} with the record's id and its receipt, and forgets the entry`, async () => {
        const db = await filled('a');
        const { drain, reports, timers } = newBench(db, {
          reply: () => answer(status, { id: 'a', receipt: { n: 1 } }),
        });
        await drain.run();
        expect(await contents(db)).to.deep.equal({
          'record/a': { body: bodyOf('a'), delivery: 'acknowledged', receipt: { n: 1 } },
        });
        expect(reports).to.deep.equal([{ id: 'a', delivery: 'acknowledged', status, pending: 0 }]);
        expect(timers()).to.deep.equal([]);
      });
    }

    const REFUSALS = [
      ...[400, 409, 413, 415, 422].map((status) => ({ given: answer(status), delivery: 'dead', wait: DAY })),
      ...[202, 204, 304, 401, 403, 404, 405].map((status) => ({
        given: answer(status),
        delivery: 'misdirected',
        wait: HOUR,
      })),
      { given: answer(200), delivery: 'misdirected', wait: HOUR },
      { given: answer(201, { id: 'b' }), delivery: 'misdirected', wait: HOUR },
      { given: answer(0, undefined, { redirected: true }), delivery: 'misdirected', wait: HOUR },
    ];
    for (const { given, delivery, wait } of REFUSALS) {
      const name = `${given.status} ${given.body ? JSON.stringify(given.body) : ''}${given.redirected ? '(redirect)' : ''}`;
      it(`keeps what ${name} answers as ${delivery} and goes on with the next`, async () => {
        const db = await filled('a', 'z');
        const clock = newClock();
        const { drain, reports, timers, ids } = newBench(db, {
          clock,
          reply: (sent) => (sent.id === 'a' ? given : acknowledged(sent)),
        });
        await drain.run();
        expect(ids()).to.deep.equal(['a', 'z']);
        const { status } = given;
        expect(await stored(db, 'outbox/a')).to.deep.equal({
          body: bodyOf('a'),
          delivery,
          tries: 1,
          due: clock.now + wait,
          status,
          widget: '1.0.0',
          endpoint: ENDPOINT,
        });
        expect(await stored(db, 'record/a')).to.deep.equal({ body: bodyOf('a'), delivery });
        expect(await stored(db, 'outbox/z')).to.equal(undefined);
        expect(reports[0]).to.deep.equal({ id: 'a', delivery, status, pending: 2 });
        expect(timers()).to.deep.equal([wait]);
      });
    }

    for (const status of [0, 408, 425, 429, 500, 502, 503, 504]) {
      it(`stops altogether at ${status}`, async () => {
        const db = await filled('a', 'b');
        const before = await contents(db);
        const clock = newClock();
        const { drain, ids, reports, timers } = newBench(db, { clock, reply: () => answer(status) });
        await drain.run();
        expect(ids()).to.deep.equal(['a']);
        const pause = { tries: 1, due: clock.now + 2000, asked: false };
        expect(await contents(db)).to.deep.equal({ ...before, drain: pause });
        expect(reports).to.deep.equal([{ id: 'a', delivery: 'pending', status, pending: 2 }]);
        expect(timers()).to.deep.equal([2000]);
      });
    }
  });

  it('posts the very bytes that were kept to the endpoint', async () => {
    const db = newDatabase();
    const body = '{ "id" : "a",  "at":"\\u041a" }';
    await append(db, 'a', body);
    const { drain, sent } = newBench(db);
    await drain.run();
    expect(sent).to.deep.equal([{ id: 'a', endpoint: ENDPOINT, body }]);
  });

  it('goes from the oldest to the newest', async () => {
    const db = newDatabase();
    for (const [id, seq] of [
      ['x', 3],
      ['b', 1],
      ['q', 10],
      ['m', 2],
    ] as const)
      await append(db, id, bodyOf(id, seq));
    const { drain, ids } = newBench(db);
    await drain.run();
    expect(ids()).to.deep.equal(['b', 'm', 'x', 'q']);
  });

  it('removes nothing before the acknowledgement', async () => {
    const db = await filled('a');
    const before = await contents(db);
    const reached = deferred<void>();
    const reply = deferred<Answer>();
    const memory = new Map([['m', bodyOf('m', 9)]]);
    const { drain } = newBench(db, {
      memory,
      reply: () => {
        reached.resolve();
        return reply.promise;
      },
    });
    const run = drain.run();
    await reached.promise;
    expect(await contents(db)).to.deep.include(before);
    expect([...memory.keys()]).to.deep.equal(['m']);
    reply.resolve(answer(500));
    await run;
    expect(await contents(db)).to.deep.include(before);
    expect([...memory.keys()]).to.deep.equal(['m']);
  });

  describe('in a pause', () => {
    it('counts and waits on over page loads', async () => {
      const db = await filled('a');
      const clock = newClock();
      const reply = (): Answer => answer(503);
      await newBench(db, { clock, reply }).drain.run();

      clock.now += 500;
      const second = newBench(db, { clock, reply });
      await second.drain.run();
      expect(second.ids()).to.deep.equal([]);
      expect(second.timers()).to.deep.equal([1500]);
      await second.elapse();
      expect(second.ids()).to.deep.equal(['a']);
      expect(second.timers()).to.deep.equal([4000]);
      second.drain.stop();

      clock.now += 4000;
      const third = newBench(db, { clock, reply });
      await third.drain.run();
      expect(third.timers()).to.deep.equal([8000]);
    });

    it('waits for ever longer, five minutes at most, half of it by chance', async () => {
      const db = await filled('a');
      const bench = newBench(db, { reply: () => answer(500), random: () => 0 });
      await bench.drain.run();
      const waits = [...bench.timers()];
      while (waits.length < 10) {
        await bench.elapse();
        waits.push(...bench.timers());
      }
      expect(waits).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 150_000, 150_000]);
      expect(bench.sent).to.have.length(10);
    });

    it('starts from the beginning after any real answer', async () => {
      const db = await filled('a', 'b');
      const replies = [answer(500), answer(500), answer(400), answer(500)];
      const bench = newBench(db, { reply: (_, attempt) => replies[attempt] ?? answer(500) });
      await bench.drain.run();
      await bench.elapse();
      expect(bench.timers()).to.deep.equal([4000]);
      await bench.elapse();
      expect(bench.ids()).to.deep.equal(['a', 'a', 'a', 'b']);
      expect(bench.timers()).to.deep.equal([2000]);
    });

    it('forgets the pause when the endpoint is back', async () => {
      const db = await filled('a');
      const bench = newBench(db, { reply: (sent, attempt) => (attempt ? acknowledged(sent) : answer(500)) });
      await bench.drain.run();
      await bench.elapse();
      expect(Object.keys(await contents(db))).to.deep.equal(['record/a']);
      expect(bench.timers()).to.deep.equal([]);
    });

    const HEADERS: readonly (readonly [retryAfter: string, wait: number])[] = [
      ['120', 122_000],
      ['0', 3000],
      [new Date(START + HOUR + 60_000).toUTCString(), 62_000],
      ['999999', DAY],
      ['soon', 2000],
    ];
    for (const [retryAfter, wait] of HEADERS) {
      it(`comes back after ${wait} ms where Retry-After is ${retryAfter}`, async () => {
        const db = await filled('a');
        const bench = newBench(db, { reply: () => answer(429, undefined, { retryAfter }) });
        await bench.drain.run();
        expect(bench.timers()).to.deep.equal([wait]);
        await bench.drain.run();
        expect(bench.sent).to.have.length(1);
        await bench.elapse();
        expect(bench.sent).to.have.length(2);
      });
    }
  });

  describe('with dead letters', () => {
    const dead = async (db: UseStore, clock: { now: number }): Promise<void> => {
      const { drain } = newBench(db, { clock, reply: () => answer(422) });
      await drain.run();
      drain.stop();
    };

    it('tries them again the next day, not before, for as long as it takes', async () => {
      const db = await filled('a');
      const clock = newClock();
      await dead(db, clock);
      clock.now += DAY - 5000;
      const bench = newBench(db, { clock, reply: (sent, attempt) => (attempt < 2 ? answer(422) : acknowledged(sent)) });
      await bench.drain.run();
      expect(bench.sent).to.have.length(0);
      expect(bench.timers()).to.deep.equal([5000]);
      await bench.elapse();
      expect(bench.timers()).to.deep.equal([DAY]);
      await bench.elapse();
      expect(bench.reports.map(({ delivery }) => delivery)).to.deep.equal(['dead', 'dead']);
      await bench.elapse();
      expect(bench.sent).to.have.length(3);
      expect(Object.keys(await contents(db))).to.deep.equal(['record/a']);
    });

    for (const [name, change] of [
      ['widget version', { widget: '1.0.1' }],
      ['endpoint', { endpoint: 'https://other.example/' }],
    ] as const) {
      it(`tries them again at once with another ${name}`, async () => {
        const db = await filled('a');
        const clock = newClock();
        await dead(db, clock);
        const bench = newBench(db, { clock, reply: () => answer(422), ...change });
        await bench.drain.run();
        expect(bench.ids()).to.deep.equal(['a']);
        expect(await stored(db, 'outbox/a')).to.deep.include({ tries: 2, due: clock.now + DAY, ...change });
        await bench.drain.run();
        expect(bench.sent).to.have.length(1);
      });
    }
  });

  describe('with a misdirected record', () => {
    it('tries it every hour and reports it once', async () => {
      const db = await filled('a');
      const clock = newClock();
      const reply = (): Answer => answer(404);
      const bench = newBench(db, { clock, reply });
      await bench.drain.run();
      await bench.elapse();
      expect(bench.timers()).to.deep.equal([HOUR]);
      bench.drain.stop();
      clock.now += HOUR;
      const next = newBench(db, { clock, reply });
      await next.drain.run();
      expect(bench.sent.length + next.sent.length).to.equal(3);
      expect([...bench.reports, ...next.reports]).to.deep.equal([
        { id: 'a', delivery: 'misdirected', status: 404, pending: 1 },
      ]);
    });

    it('reports it again where the endpoint answers something else', async () => {
      const db = await filled('a');
      const bench = newBench(db, { reply: (_, attempt) => answer(attempt ? 403 : 404) });
      await bench.drain.run();
      await bench.elapse();
      expect(bench.reports.map(({ status }) => status)).to.deep.equal([404, 403]);
    });

    it('tries it at once with another endpoint', async () => {
      const db = await filled('a');
      const clock = newClock();
      const before = newBench(db, { clock, reply: () => answer(404) });
      await before.drain.run();
      before.drain.stop();
      const { drain, ids } = newBench(db, { clock, endpoint: 'https://other.example/' });
      await drain.run();
      expect(ids()).to.deep.equal(['a']);
    });
  });

  describe('when the clock is set', () => {
    for (const ahead of [DAY + 1, 3650 * DAY]) {
      it(`takes ${ahead} ms ahead for now`, async () => {
        const db = await filled('a');
        const clock = newClock();
        await set('outbox/d', { body: bodyOf('d', 2), delivery: 'dead', tries: 1, due: clock.now + ahead }, db);
        await set('drain', { tries: 3, due: clock.now + ahead, asked: true }, db);
        const { drain, ids } = newBench(db, { clock, widget: '1.0.0' });
        await drain.run();
        expect(ids()).to.deep.equal(['a', 'd']);
      });
    }

    it('waits for a refused record for a day at most', async () => {
      const db = await filled('a');
      const clock = newClock();
      const bench = newBench(db, { clock, reply: () => answer(400) });
      await bench.drain.run();
      clock.now -= 1;
      await bench.drain.run();
      expect(bench.sent).to.have.length(2);
    });
  });

  describe('beside other tabs', () => {
    it('waits for the one that holds the lock, and takes what that leaves', async () => {
      const db = await filled('a', 'b', 'c');
      const locks = privateLocks();
      const reached = deferred<void>();
      const reply = deferred<Answer>();
      const first = newBench(db, {
        locks,
        reply: (sent) => {
          reached.resolve();
          return sent.id === 'a' ? reply.promise : answer(503);
        },
      });
      const clock = newClock();
      const second = newBench(db, { clock, locks });
      const run = first.drain.run();
      await reached.promise;
      const wait = second.drain.run();
      expect(second.ids()).to.deep.equal([]);
      reply.resolve(answer(200, { id: 'a' }));
      await run;
      await wait;
      expect(first.ids()).to.deep.equal(['a', 'b']);
      expect(second.ids(), 'what the first one was told to wait with waits').to.deep.equal([]);
      clock.now += DAY;
      await second.elapse();
      expect(second.ids()).to.deep.equal(['b', 'c']);
      expect(second.timers()).to.deep.equal([]);
    });

    it('stops waiting where the page is left, and has its turn where it comes back', async () => {
      const db = await filled('a', 'b');
      const locks = privateLocks();
      const reached = deferred<void>();
      const reply = deferred<Answer>();
      const first = newBench(db, {
        locks,
        reply: () => {
          reached.resolve();
          return reply.promise;
        },
      });
      const second = newBench(db, { locks });
      const run = first.drain.run();
      await reached.promise;
      const wait = second.drain.run();
      second.drain.leave();
      await wait;
      expect(second.ids()).to.deep.equal([]);
      first.drain.stop();
      await run;
      await second.drain.run();
      expect(second.ids()).to.deep.equal(['a', 'b']);
    });

    it('posts twice at worst where there are no locks, and ends with the same', async () => {
      const db = await filled('a', 'b');
      const clock = newClock();
      const benches = [newBench(db, { clock }), newBench(db, { clock })];
      await Promise.all(benches.map(({ drain }) => drain.run()));
      expect(benches.flatMap(({ ids }) => ids()).sort()).to.deep.equal(['a', 'a', 'b', 'b']);
      expect(Object.keys(await contents(db))).to.deep.equal(['record/a', 'record/b']);
    });

    it('simply runs where the page may have no locks', async () => {
      const db = await filled('a');
      const request = (): Promise<never> => Promise.reject(new DOMException('opaque', 'SecurityError'));
      const { drain, ids } = newBench(db, { locks: { request } });
      await drain.run();
      expect(ids()).to.deep.equal(['a']);
    });

    it('does not bring back what another tab has delivered meanwhile', async () => {
      const db = await filled('a');
      const { drain } = newBench(db, {
        reply: async () => {
          await acknowledge(db, 'a', bodyOf('a'), 'theirs');
          return answer(400);
        },
      });
      await drain.run();
      expect(await contents(db)).to.deep.equal({
        'record/a': { body: bodyOf('a'), delivery: 'acknowledged', receipt: 'theirs' },
      });
    });
  });

  describe('asked to run while it runs', () => {
    it('runs once more, for what came meanwhile', async () => {
      const db = await filled('a');
      const bench = newBench(db, {
        reply: async (sent) => {
          if (sent.id === 'a') {
            await append(db, 'b', bodyOf('b', 2));
            void bench.drain.run();
            void bench.drain.run();
          }
          return acknowledged(sent);
        },
      });
      await bench.drain.run();
      expect(bench.ids()).to.deep.equal(['a', 'b']);
    });

    it('never posts one record twice at the same time', async () => {
      const db = await filled('a', 'b');
      const { drain, ids } = newBench(db);
      await Promise.all([drain.run(), drain.run(), drain.run()]);
      await drain.run();
      expect(ids()).to.deep.equal(['a', 'b']);
    });
  });

  describe('with a database that fails', () => {
    it('posts what is in memory, and keeps it there until it is acknowledged', async () => {
      const memory = new Map([
        ['n', bodyOf('n', 2)],
        ['m', bodyOf('m', 1)],
      ]);
      const bench = newBench(refusing, {
        memory,
        reply: (sent, attempt) => (attempt === 0 ? answer(503) : sent.id === 'm' ? answer(400) : acknowledged(sent)),
      });
      await bench.drain.run();
      expect([...memory.keys()]).to.deep.equal(['n', 'm']);
      expect(bench.timers()).to.deep.equal([2000]);
      await bench.elapse();
      expect(bench.ids()).to.deep.equal(['m', 'm', 'n']);
      expect([...memory.keys()]).to.deep.equal(['m']);
      expect(bench.timers()).to.deep.equal([DAY]);
      await bench.drain.run();
      expect(bench.sent).to.have.length(3);
    });

    it('waits longer each time though nothing can be written', async () => {
      const db = await filled('a');
      const readOnly: UseStore = (mode, callback) =>
        mode === 'readonly' ? db(mode, callback) : refusing(mode, callback);
      const bench = newBench(readOnly, { reply: () => answer(500) });
      await bench.drain.run();
      await bench.elapse();
      expect(bench.timers()).to.deep.equal([4000]);
      await bench.drain.run();
      expect(bench.sent).to.have.length(2);
    });

    it('remembers a refusal though it cannot be written', async () => {
      const db = await filled('a');
      const readOnly: UseStore = (mode, callback) =>
        mode === 'readonly' ? db(mode, callback) : refusing(mode, callback);
      const bench = newBench(readOnly, { reply: () => answer(400) });
      await bench.drain.run();
      await bench.drain.run();
      expect(bench.sent).to.have.length(1);
      expect(bench.timers()).to.deep.equal([DAY]);
    });

    it('remembers a refusal of what is in memory', async () => {
      const db = newDatabase();
      const readOnly: UseStore = (mode, callback) =>
        mode === 'readonly' ? db(mode, callback) : refusing(mode, callback);
      const bench = newBench(readOnly, { memory: new Map([['m', bodyOf('m')]]), reply: () => answer(400) });
      await bench.drain.run();
      await bench.drain.run();
      expect(bench.sent).to.have.length(1);
    });

    it('writes what is in memory as soon as that is possible, over nothing that is there', async () => {
      const db = await filled('a');
      const clock = newClock();
      const memory = new Map([['m', bodyOf('m', 7)]]);
      const bench = newBench(db, { clock, memory, reply: () => answer(400) });
      await bench.drain.run();
      expect(await stored(db, 'outbox/m')).to.deep.include({ body: bodyOf('m', 7), delivery: 'dead', tries: 1 });
      expect(memory.size).to.equal(1);
      const before = await contents(db);
      await newBench(db, { clock, memory }).drain.run();
      expect(await contents(db)).to.deep.equal(before);
    });

    it('does not wait for one that hangs, and posts what it holds when it stops hanging', async () => {
      const db = await filled('a');
      const gate = deferred<void>();
      let hangs = true;
      const hanging: UseStore = async (mode, callback) => {
        await gate.promise;
        return db(mode, callback);
      };
      const armed = deferred<void>();
      const bench = newBench(hanging, {
        memory: new Map([['m', bodyOf('m')]]),
        impatient: () => hangs,
        onTimer: armed.resolve,
      });
      await bench.drain.run();
      expect(bench.ids()).to.deep.equal(['m']);
      expect(bench.memory.size).to.equal(0);
      expect(bench.timers()).to.deep.equal([]);
      hangs = false;
      gate.resolve();
      await armed.promise;
      await bench.elapse();
      expect(bench.ids()).to.deep.equal(['m', 'a']);
    });

    it('posts what it holds though it is always too slow', async () => {
      const db = await filled('a');
      const armed = deferred<void>();
      const bench = newBench(db, { impatient: () => true, onTimer: armed.resolve });
      await bench.drain.run();
      expect(bench.ids()).to.deep.equal([]);
      await armed.promise;
      await bench.elapse();
      expect(bench.ids()).to.deep.equal(['a']);
    });

    it('says what was beyond repair', async () => {
      const db = await filled('a');
      await set('outbox/x', 7, db);
      const { drain, reports, ids } = newBench(db);
      await drain.run();
      expect(ids()).to.deep.equal(['a']);
      expect(reports[0]).to.deep.equal({ id: 'x', delivery: 'dead', status: 0 });
    });
  });

  describe('settling the answer to the first POST', () => {
    it('pauses, tells the caller only, and posts it again in time', async () => {
      const db = await filled('a');
      const bench = newBench(db);
      const report = await bench.drain.settle('a', bodyOf('a'), answer(500));
      expect(report).to.deep.equal({ id: 'a', delivery: 'pending', status: 500, pending: 1 });
      expect(bench.reports).to.deep.equal([]);
      expect(await stored(db, 'drain')).to.deep.include({ tries: 1 });
      expect(bench.timers()).to.deep.equal([2000]);
      await bench.elapse();
      expect(bench.ids()).to.deep.equal(['a']);
    });

    it('goes on counting where the page before stopped', async () => {
      const db = await filled('a');
      const clock = newClock();
      await set('drain', { tries: 4, due: clock.now, asked: false }, db);
      const { drain, timers } = newBench(db, { clock });
      await drain.settle('a', bodyOf('a'), answer(500));
      expect(timers()).to.deep.equal([32_000]);
    });

    for (const [status, delivery, wait] of [
      [400, 'dead', DAY],
      [404, 'misdirected', HOUR],
    ] as const) {
      it(`keeps it as ${delivery} after ${status}`, async () => {
        const db = await filled('a');
        const { drain, timers, sent } = newBench(db);
        const report = await drain.settle('a', bodyOf('a'), answer(status));
        expect(report).to.deep.equal({ id: 'a', delivery, status, pending: 1 });
        expect(await stored(db, 'outbox/a')).to.deep.include({ delivery, tries: 1 });
        expect(timers()).to.deep.equal([wait]);
        await drain.run();
        expect(sent).to.have.length(0);
      });
    }

    it('takes an acknowledgement as often as it comes', async () => {
      const db = await filled('a');
      const { drain, timers } = newBench(db, { memory: new Map([['a', bodyOf('a')]]) });
      for (let round = 0; round < 2; round++) {
        const report = await drain.settle('a', bodyOf('a'), answer(200, { id: 'a' }));
        expect(report).to.deep.equal({ id: 'a', delivery: 'acknowledged', status: 200, pending: 0 });
      }
      expect(Object.keys(await contents(db))).to.deep.equal(['record/a']);
      expect(timers()).to.deep.equal([]);
    });

    it('spares the run that is going what has just been refused', async () => {
      const db = await filled('a', 'b');
      const bench = newBench(db, {
        reply: async (sent) => {
          if (sent.id === 'a') await bench.drain.settle('b', bodyOf('b', 2), answer(400));
          return acknowledged(sent);
        },
      });
      await bench.drain.run();
      expect(bench.ids()).to.deep.equal(['a']);
    });

    it('holds back the rest of a run that is going', async () => {
      const db = await filled('a', 'b');
      const bench = newBench(db, {
        reply: async (sent) => {
          await bench.drain.settle('c', bodyOf('c', 9), answer(503));
          return answer(sent.id === 'a' ? 404 : 500);
        },
      });
      await bench.drain.run();
      expect(bench.ids()).to.deep.equal(['a', 'b']);
    });
  });

  describe('when the page is left', () => {
    const never = (): Promise<Answer> => new Promise(() => undefined);

    /** A bench that knows all records of its database, none of them delivered, in a pause. */
    const paused = async (db: UseStore, after: (sent: Sent) => Answer | Promise<Answer>, retryAfter?: string) => {
      const bench = newBench(db, {
        reply: (sent, attempt) => (attempt ? after(sent) : answer(503, undefined, { retryAfter: retryAfter ?? null })),
      });
      await bench.drain.run();
      bench.sent.length = 1;
      return bench;
    };

    it('posts nine at most, the newest first, before it returns', async () => {
      const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
      const { drain, ids: sent } = await paused(await filled(...ids), never);
      drain.leave();
      expect(sent().slice(1)).to.deep.equal([...ids].reverse().slice(0, 9));
    });

    it('posts 60,000 bytes at most, not characters, and fills up with smaller ones', async () => {
      const db = newDatabase();
      const big = (id: string, seq: number): string =>
        bodyOf(id, seq).replace('}', `,"pad":"${'\u0449'.repeat(10_500)}"}`);
      await append(db, 'small', bodyOf('small', 1));
      for (const seq of [2, 3, 4, 5]) await append(db, `big${seq}`, big(`big${seq}`, seq));
      const { drain, sent } = await paused(db, never);
      drain.leave();
      const left = sent.slice(1);
      expect(left.map(({ id }) => id)).to.deep.equal(['big5', 'big4', 'small']);
      const bytes = new Blob(left.map(({ body }) => body)).size;
      expect(bytes).to.be.at.most(60_000);
    });

    it('counts what is under way', async () => {
      const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
      const { drain, ids: sent } = await paused(await filled(...ids), never);
      drain.leave();
      drain.leave();
      expect(sent()).to.have.length(1 + 9);
    });

    it('leaves alone what is not due', async () => {
      const db = await filled('a');
      const { drain, sent } = newBench(db, { reply: () => answer(404) });
      await drain.run();
      drain.leave();
      expect(sent).to.have.length(1);
    });

    it('does as the endpoint asked by Retry-After', async () => {
      const { drain, sent } = await paused(await filled('a', 'b'), never, '60');
      drain.leave();
      expect(sent).to.have.length(1);
    });

    it('posts what is in memory, though it has never run', () => {
      const { drain, ids } = newBench(refusing, { memory: new Map([['m', bodyOf('m')]]) });
      drain.leave();
      expect(ids()).to.deep.equal(['m']);
    });

    it('files what is acknowledged while the page lives on, and no more', async () => {
      const db = await filled('a', 'b');
      const filed = deferred<void>();
      const reports: string[] = [];
      const bench = newBench(db, {
        report: ({ id, delivery }) => {
          reports.push(`${id} ${delivery}`);
          if (delivery === 'acknowledged') filed.resolve();
        },
        reply: (sent, attempt) => (attempt && sent.id === 'a' ? acknowledged(sent) : answer(503)),
      });
      await bench.drain.run();
      bench.drain.leave();
      await filed.promise;
      expect(bench.ids()).to.deep.equal(['a', 'b', 'a']);
      expect(reports).to.deep.equal(['a pending', 'a acknowledged']);
      expect(Object.keys(await contents(db))).to.deep.equal(['outbox/b', 'record/a', 'record/b']);
    });

    it('frees the lock in the middle of a request, and stops after that one', async () => {
      const db = await filled('a', 'b');
      const locks = privateLocks();
      const reached = deferred<void>();
      const reply = deferred<Answer>();
      const filed = deferred<void>();
      const first = newBench(db, {
        locks,
        report: () => filed.resolve(),
        reply: (sent) => {
          reached.resolve();
          return sent.id === 'a' ? reply.promise : never();
        },
      });
      const run = first.drain.run();
      await reached.promise;
      first.drain.leave();
      await run;
      expect(first.ids()).to.deep.equal(['a', 'b']); // b by leave
      const second = newBench(db, { locks });
      await second.drain.run();
      expect(second.ids()).to.deep.equal(['a', 'b']);
      reply.resolve(answer(200, { id: 'a' }));
      await filed.promise;
      expect(first.ids()).to.deep.equal(['a', 'b']);
    });

    it('runs again where the page comes back', async () => {
      const db = await filled('a');
      const bench = await paused(db, acknowledged, '1');
      bench.drain.leave();
      expect(bench.ids()).to.deep.equal(['a']);
      await bench.elapse();
      expect(bench.ids()).to.deep.equal(['a', 'a']);
    });
  });

  it('ends for good when it is stopped', async () => {
    const db = await filled('a');
    const bench = newBench(db, { reply: () => answer(500) });
    await bench.drain.run();
    bench.drain.stop();
    expect(bench.timers()).to.deep.equal([]);
    await bench.drain.run();
    expect(bench.sent).to.have.length(1);
  });
});

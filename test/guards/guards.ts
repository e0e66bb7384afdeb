/** Exact text of a source file, which stands there once, and what it is broken into. */
export interface Break {
  readonly file: string;
  readonly text: string;
  readonly broken: string;
}

/** A rule that the widget lives by, a build without it, and the tests that must notice. */
export interface Guard {
  readonly name: string;
  /** What happens to a visitor or a site owner without it. */
  readonly why: string;
  readonly breaks: readonly Break[];
  readonly file: string;
  /** Names of the tests, in full. Each of them must fail. */
  readonly tests: readonly string[];
}

export const guards: readonly Guard[] = [
  {
    name: 'delete before the answer',
    why: 'a page that is closed in the middle of a request takes its record along',
    breaks: [
      {
        file: 'src/outbox/drain.ts',
        text: 'const answer = await post(endpoint, body);',
        broken: 'await acknowledge(db, id, body);\n    const answer = await post(endpoint, body);',
      },
    ],
    file: 'test/e2e/evidence.node.test.ts',
    tests: ['the tab closes while the record is sent again: the next page sends it'],
  },
  {
    name: 'any 2xx is an acknowledgement',
    why: 'a captive portal or a front page that answers every address takes the record for good',
    breaks: [
      {
        file: 'src/outbox/post.ts',
        text: "(status === 200 || status === 201) && field(body, 'id') === id",
        broken: "(status >= 200 && status < 300) || field(body, 'id') === id",
      },
    ],
    file: 'test/e2e/bad-input.node.test.ts',
    tests: [
      'endpoint answers HTML: kept, told, and sent again when it is time',
      'endpoint answers 200 with another id: kept, told, and sent again when it is time',
    ],
  },
  {
    name: 'no unique key',
    why: 'a record that is sent again, or by two tabs, counts twice',
    breaks: [
      { file: 'src/collector/database.ts', text: 'id TEXT PRIMARY KEY', broken: 'id TEXT NOT NULL' },
      { file: 'src/collector/database.ts', text: ' ON CONFLICT (id) DO NOTHING', broken: '' },
    ],
    file: 'test/collector/collector.node.test.ts',
    tests: [
      '64 duplicates at once make one row',
      'stores a record once: 201, then 200 for the same bytes, then 409 for others',
    ],
  },
  {
    name: 'no mirror cookie',
    why: 'the return visit has to wait for the database, and servers cannot read the choice',
    breaks: [
      {
        file: 'src/entry/commit.ts',
        text: "writeCookie(mirrorCookie(decision, offer, location.protocol === 'https:', domain))",
        broken: "writeCookie(mirrorCookie(decision, offer, location.protocol === 'https:', domain) && '')",
      },
    ],
    file: 'test/e2e/return.node.test.ts',
    tests: ['a reload asks nothing, loads no Lit, and grants from the cookie'],
  },
  {
    name: 'grant before evidence',
    why: 'tags run on a consent that nobody can prove',
    breaks: [
      {
        file: 'src/entry/commit.ts',
        text: 'if (grantsAny(decision, about) && !mirrored &&',
        broken: 'if (!grantsAny(decision, about) && !mirrored &&',
      },
    ],
    file: 'test/e2e/bad-input.node.test.ts',
    tests: ['cookies (not kept) and database refused: granted once acknowledged, for this page only'],
  },
  {
    name: 'a read before the write on a click',
    why: 'a page that is left or freezes in the click’s own task ends before it has begun to write',
    breaks: [
      {
        file: 'src/store/entries.ts',
        text: "  db('readwrite', (store) => {\n    store.put({ body, delivery: 'pending' }",
        broken:
          "  db('readwrite', async (store) => {\n    await promisifyRequest(store.count());\n    store.put({ body, delivery: 'pending' }",
      },
    ],
    file: 'test/e2e/evidence.node.test.ts',
    tests: ['click, then the page freezes in the same task and is closed, endpoint down: the record arrives'],
  },
  {
    name: 'an unknown purpose is open',
    why: 'a slip of the pen in a page’s markup lets a tag run that nobody has consented to',
    breaks: [
      {
        file: 'src/gate/gate.ts',
        text: 'return allows(id);',
        broken: 'return !known(id) || allows(id);',
      },
    ],
    file: 'test/e2e/bad-input.node.test.ts',
    tests: ['an unknown purpose in the markup stays closed, with one warning'],
  },
  {
    name: 'an acceptance goes on under another edition',
    why: 'a record says that a visitor has accepted a policy that was never shown',
    breaks: [
      {
        file: 'src/entry/delta.ts',
        text: "if (!seen || (reason && reason !== 'offer')) return undefined;",
        broken: "if (!seen || reason === 'none') return undefined;",
      },
    ],
    file: 'test/e2e/kept-choices.node.test.ts',
    tests: ['a decision by script: the acceptance of the policy ends with another edition'],
  },
  {
    name: 'a refused service comes back with its purpose',
    why: 'a visitor who says yes to what is new is taken to have said yes to what he had refused',
    breaks: [
      {
        file: 'src/model/kept.ts',
        text: 'if (alone.includes(id)) return false;',
        broken: 'if (alone.includes(id)) return true;',
      },
    ],
    file: 'test/e2e/kept-choices.node.test.ts',
    tests: [
      'a purpose that has changed is granted in the banner: its service that was refused by itself stays refused',
    ],
  },
  {
    name: 'a service runs on another one’s id',
    why: 'a slip of the pen in a config lets a tag run without a question, or on the consent to somebody else',
    breaks: [
      {
        file: 'src/entry/services.ts',
        text: 'if (!stands) return undefined;',
        broken: 'if (!stands && !named) return undefined;',
      },
    ],
    file: 'test/e2e/kept-services.node.test.ts',
    tests: [
      'a service with the id of another thing runs on no consent of that: a purpose',
      'a service with the id of another thing runs on no consent of that: one that cannot run',
    ],
  },
];

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandOf, UsageError } from '../../src/collector/options.js';

test('without options: a file beside, reachable from this machine only', () => {
  assert.deepEqual(commandOf([], {}), {
    kind: 'serve',
    port: 8787,
    host: '127.0.0.1',
    database: './consents.db',
    path: '/consents',
    origins: [],
  });
});

test('the environment stands in, options go first', () => {
  const env = {
    CONSENT_PORT: '1',
    CONSENT_HOST: '::1',
    CONSENT_DATABASE: 'env.db',
    CONSENT_PATH: '/env',
    CONSENT_ORIGINS: 'https://a.example, https://b.example:8443',
  };
  const fromEnv = { port: 1, host: '::1', database: 'env.db', path: '/env' };
  assert.deepEqual(commandOf([], env), {
    kind: 'serve',
    ...fromEnv,
    origins: ['https://a.example', 'https://b.example:8443'],
  });
  const args = ['--port=0', '--origin', 'https://c.example', '--origin', 'null'];
  assert.deepEqual(commandOf(args, env), {
    kind: 'serve',
    ...fromEnv,
    port: 0,
    origins: ['https://c.example', 'null'],
  });
});

test('--help and --version ask for nothing else', () => {
  assert.deepEqual(commandOf(['--help', '--port', 'x'], {}), { kind: 'help' });
  assert.deepEqual(commandOf(['-v'], { CONSENT_PORT: 'x' }), { kind: 'version' });
});

test('names what is wrong, where it stands and what would be right', () => {
  const cases: readonly (readonly [args: string[], env: Record<string, string>, message: RegExp])[] = [
    [['--prot', '1'], {}, /'--prot'.*--help/],
    [['file.db'], {}, /'file\.db'.*--help/],
    [['--port'], {}, /--port.*--help/],
    [['--port', '65536'], {}, /^--port is "65536": .*0 to 65535/],
    [['--port', '-1'], {}, /--port.*--help/],
    [['--port', '8787.5'], {}, /^--port is "8787\.5"/],
    [['--port', ''], {}, /^--port is ""/],
    [[], { CONSENT_PORT: '0x50' }, /^CONSENT_PORT is "0x50"/],
    [['--host', ''], {}, /^--host is empty/],
    [[], { CONSENT_DATABASE: '' }, /^CONSENT_DATABASE is empty/],
    [['--path', 'consents'], {}, /^--path is "consents": .*\/consents/],
    [['--path', '/consents?x=1'], {}, /^--path is/],
    [['--path', '/:id'], {}, /^--path is/],
    [
      ['--origin', 'https://a.example/shop'],
      {},
      /^--origin is "https:\/\/a\.example\/shop": .*https:\/\/a\.example\.$/,
    ],
    [['--origin', '*'], {}, /^--origin is "\*": .*https:\/\/timebot\.kz/],
    [['--origin', 'a.example'], {}, /^--origin is "a\.example"/],
    [[], { CONSENT_ORIGINS: 'https://a.example https://B.example' }, /^CONSENT_ORIGINS is "https:\/\/B\.example"/],
  ];
  for (const [args, env, message] of cases) {
    assert.throws(
      () => commandOf(args, env),
      (error) => error instanceof UsageError && message.test(error.message),
      `${args.join(' ')} ${JSON.stringify(env)}`,
    );
  }
});

// WebKitGTK over plain W3C WebDriver: puppeteer-core cannot drive it, and the libraries that can bring drivers along
// that they download.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { webkit, xvfb } from './browsers.mjs';

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

const started = async (child, ready) => {
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${child.spawnfile} ended: ${code}`)));
  // what loses the race must not be an unhandled rejection when the child is killed in the end
  for (const loser of [failed, exited]) loser.catch(() => undefined);
  return Promise.race([ready, failed, exited]);
};

/** An X server of our own, so that no window comes up before a developer. `-displayfd` picks a free number. */
const startDisplay = async () => {
  const child = spawn(xvfb(), ['-displayfd', '3', '-screen', '0', '1600x1300x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await started(child, once(child.stdio[3], 'data'));
  return { child, display: `:${String(number).trim()}` };
};

const call = async (base, method, path, body) => {
  const response = await fetch(base + path, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = await response.json();
  if (value?.error) throw new Error(`WebKit, ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
};

const answering = async (driver, base) => {
  while (driver.exitCode === null && !driver.killed) {
    // oxlint-disable-next-line no-await-in-loop -- the driver says nothing when it is ready: it has to be asked
    const status = await call(base, 'GET', '/status').catch(() => undefined);
    if (status?.ready) return;
    await wait(50);
  }
};

/** What ends the browsers that are open: one listener, however many they are. */
const ends = new Set();
process.once('exit', () => {
  for (const end of ends) end();
});

/** A browser with a profile of its own, which it forgets. `alwaysMatch`: WebDriver capabilities. */
export const launchWebKit = async (alwaysMatch = {}) => {
  const children = [];
  const kill = () => {
    ends.delete(kill);
    for (const child of children.toReversed()) child.kill();
  };
  ends.add(kill);
  try {
    const env = { ...process.env };
    if (xvfb()) {
      const { child, display } = await startDisplay();
      children.push(child);
      env.DISPLAY = display;
    }
    const port = await freePort();
    const driver = spawn(webkit(), ['-p', String(port)], { env, stdio: 'ignore' });
    children.push(driver);
    const base = `http://127.0.0.1:${port}`;
    await started(driver, answering(driver, base));
    const { sessionId, capabilities } = await call(base, 'POST', '/session', { capabilities: { alwaysMatch } });
    const send = (method, path, body) => call(base, method, `/session/${sessionId}${path}`, body);
    return {
      version: capabilities.browserVersion,
      send,
      open: (url) => send('POST', '/url', { url }),
      run: (script, ...args) => send('POST', '/execute/sync', { script, args }),
      async close() {
        await send('DELETE', '').catch(() => undefined); // a browser that has crashed is closed
        kill();
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
};

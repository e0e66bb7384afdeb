import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer, type Plugin } from 'vite';
import { createDemo, DATABASE } from './app.js';

const SITE = fileURLToPath(new URL('site', import.meta.url));
const ENTRY = 'src/entry/dev.ts';

/** What the demo's own server answers: the collector, the scenarios, and the built files that these load. */
const BUILT = /^\/(consents|scenarios|vendors)\b|^\/[\w-]+\.js$/;

const demo = await createDemo({ database: DATABASE, print: console.log });
await demo.ready();

/** The page at an address, or undefined where the address is none of the demo's pages. */
const pageAt = async (url: string): Promise<string | undefined> => {
  const name = /^\/([\w-]+\.html)?(?:\?|$)/.exec(url);
  if (!name) return undefined;
  try {
    return await readFile(`${SITE}/${name[1] ?? 'index.html'}`, 'utf8');
  } catch {
    return undefined;
  }
};

/** The demo's pages with the widget from its sources instead of `dist/`, and beside them what the demo's server answers. */
const demoSite: Plugin = {
  name: 'demo-site',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(
        /<script src="\/timebot-consent\.js"([^>]*?)\s+async><\/script>/,
        `<script type="module" src="/${ENTRY}" data-timebot-consent-dev$1></script>`,
      ),
  },
  configureServer: (vite) => {
    vite.middlewares.use(async (request, response, next) => {
      const { url = '/' } = request;
      // scenarios run on the built widget, under the headers that they are about
      if (BUILT.test(url)) return demo.routing(request, response);
      const page = await pageAt(url);
      if (page === undefined) return next();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(await vite.transformIndexHtml(url, page));
    });
  },
};

const vite = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: SITE,
  appType: 'custom',
  optimizeDeps: { entries: [ENTRY] },
  plugins: [demoSite],
});
await vite.listen();
console.log(`\nThe demo site with the widget from src/; records go to ${DATABASE}\n`);
vite.printUrls();

const stop = async (): Promise<void> => {
  await vite.close();
  await demo.close();
};
// once: a second Ctrl-C ends the process at once
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

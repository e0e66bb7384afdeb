import { entries, type UseStore } from 'idb-keyval';
import { native, parsed, query } from '../gate/native.js';
import { own } from '../store/own.js';
import { parseConfig, type Config, type Warn } from './config.js';
import { within } from './promises.js';

/** A site's config, and whether it may lack something that the site restricts. */
export interface ReadConfig {
  readonly config: Config;
  readonly restricted: boolean;
}

/** Settings that an attribute can hold: with `data-` on the script, without on the element. */
const ATTRIBUTES = ['endpoint', 'config', 'lang', 'layout', 'position', 'theme', 'trigger'];

const attributes = (element: Element | null | undefined, prefix: string): Record<string, string> =>
  Object.fromEntries(
    ATTRIBUTES.flatMap((name) => {
      const value = element?.getAttribute(prefix + name);
      return value ? [[name, value]] : [];
    }),
  );

/** Milliseconds that grants wait for a config from the network. */
const LIMIT = 5000;

/** Key of the last valid config from the network. */
const COPY = 'config';

const fetchConfig = async (url: string): Promise<unknown> => {
  const timer = new AbortController();
  setTimeout(() => timer.abort(), LIMIT);
  const response = await fetch(url, { signal: timer.signal });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};

/** The config of `url`: from the network, else the copy of the last time, with which nothing is granted. */
const remoteConfig = async (url: string, db: UseStore, warn: Warn): Promise<{ json: unknown; restricted: boolean }> => {
  const copies = entries<IDBValidKey, unknown>(db).then((rows) => rows.find(([key]) => key === COPY)?.[1]);
  try {
    const json = await fetchConfig(url);
    const text = JSON.stringify(json);
    void copies
      .then((copy) => own(copy, 'text') !== text && db('readwrite', (store) => void store.put({ url, text }, COPY)))
      .catch(() => undefined); // a browser without storage has no copy
    return { json, restricted: false };
  } catch (error) {
    warn(`config "${url}" cannot be read (${String(error)}): nothing is granted on this page; serve JSON there`);
    const copy = await within(copies);
    const text = own(copy, 'text');
    const usable = own(copy, 'url') === url && typeof text === 'string';
    return { json: usable ? JSON.parse(text) : {}, restricted: true };
  }
};

const inlineConfig = (script: HTMLScriptElement, warn: Warn): unknown => {
  try {
    return JSON.parse(script.text);
  } catch (error) {
    warn(`config: the inline JSON cannot be read (${String(error)}): the defaults are used; correct the JSON`);
    return {};
  }
};

/**
 * Reads the config: inline JSON, else the address in `data-config`, and the attributes of script and element, of which the
 * element's count most. Calls back at once where it can, so that a return visit grants within the script's own task. Where
 * the page is still being parsed and holds no config yet, one may come: that waits.
 */
export const readConfig = (
  script: Element | undefined,
  db: UseStore,
  warn: Warn,
  use: (read: ReadConfig) => void,
): void => {
  const inline = query<HTMLScriptElement>('script[type="application/json"][data-timebot-consent]')[0];
  const fromScript = attributes(script, 'data-');
  if (!inline && !fromScript['config'] && native('readyState') === 'loading') {
    void parsed()?.then(() => readConfig(script, db, warn, use));
    return;
  }
  const given = { ...fromScript, ...attributes(query('timebot-consent')[0], '') };
  const finish = (json: unknown, restricted: boolean): void => {
    // what is no object has no fields to lay the attributes over
    const fields = typeof json === 'object' && !Array.isArray(json) ? json : void warn(`config: it must be an object`);
    use({ config: parseConfig({ ...fields, ...given }, warn), restricted });
  };
  const { config: url } = given;
  if (inline) finish(inlineConfig(inline, warn), false);
  else if (url) void remoteConfig(url, db, warn).then(({ json, restricted }) => finish(json, restricted));
  else finish({}, false);
};

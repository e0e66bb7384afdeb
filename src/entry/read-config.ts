import { parsed, query } from '../gate/native.js';
import { bare } from '../model/bare.js';
import type { Warn } from './config.js';
import { configSpec } from './config-spec.js';
import type { Load } from './modules.js';
import type { Session } from './session.js';

export interface RawConfig {
  /** The config as the owner wrote it, with ready-made services in full. */
  readonly raw: unknown;
  /** Not all of it could be read: it may restrict what is not known of, so nothing is granted on this page. */
  readonly restricted?: boolean | undefined;
  /** Runs the site's services, where it has any that we run. */
  readonly run?: (session: Session) => void;
}

/** The settings in an element's attributes: with `data-` on the script, without on the element. */
export const attributes = (element: Element | undefined, prefix: string): Record<string, string> => {
  const found: Record<string, string> = bare({});
  for (const [name, spec] of Object.entries(configSpec)) {
    const value = spec instanceof RegExp && element?.getAttribute(prefix + name);
    if (value) found[name] = value;
  }
  return found;
};

/** A config is one JSON object. @throws TypeError for anything else */
export const objectOf = (json: unknown): object => {
  if (typeof json !== 'object' || !json || Array.isArray(json)) throw new TypeError('no object');
  return json;
};

/**
 * Reads the config: inline JSON, else the address in `data-config`, and the attributes of script and element, of which the
 * element's count most. Calls back at once where it can, so that a return visit grants within the script's own task. Where
 * the page is still being parsed and holds no config yet, one may come: that waits.
 */
export const readConfig = (
  script: Element | undefined,
  load: Load,
  warn: Warn,
  use: (config: RawConfig) => void,
): void => {
  const inline = query<HTMLScriptElement>('script[type="application/json"][data-timebot-consent]')[0];
  const fromScript = attributes(script, 'data-');
  const waiting = inline || fromScript['config'] ? undefined : parsed();
  if (waiting) return void waiting.then(() => readConfig(script, load, warn, use));

  const given = Object.assign(fromScript, attributes(query('timebot-consent')[0], ''));
  const url = given['config'];
  const finish = (json?: object, restricted?: boolean): void => use({ raw: bare({ ...json, ...given }), restricted });

  if (inline) {
    let json: object | undefined;
    try {
      json = objectOf(JSON.parse(inline.text));
    } catch (error) {
      warn('config-json', error);
    }
    finish(json, !json);
  } else if (url) {
    const read = async (): Promise<void> => {
      let json: object | undefined;
      let restricted;
      try {
        // not bare: pages wrap `fetch` and ask the options for methods that every object has
        const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
        if (!response.ok) throw response.status;
        json = objectOf(await response.json());
      } catch (error) {
        warn('config-url', url, error);
        // what the config restricts is not known; the last valid copy is what to ask about
        restricted = true;
        const copy = load('idle-config').then(({ configCopy }) => configCopy(url));
        json = await copy.catch(() => undefined);
      }
      finish(json, restricted);
    };
    void read();
  } else finish();
};

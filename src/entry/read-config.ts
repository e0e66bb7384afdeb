import { parsed, query } from '../gate/native.js';
import type { Warn } from './config.js';
import { configSpec } from './config-spec.js';
import type { Load } from './modules.js';

/** What the owner wrote, and whether something that it restricts may be missing. */
export interface RawConfig {
  readonly raw: unknown;
  readonly restricted: boolean;
}

/** The settings in an element's attributes: with `data-` on the script, without on the element. */
const attributes = (element: Element | undefined, prefix: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const name of Object.keys(configSpec)) {
    const value = element?.getAttribute(prefix + name);
    if (value) found[name] = value;
  }
  return found;
};

const inlineConfig = (script: HTMLScriptElement, warn: Warn): unknown => {
  try {
    return JSON.parse(script.text);
  } catch (error) {
    warn('config-json', error);
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
  load: Load,
  warn: Warn,
  use: (config: RawConfig) => void,
): void => {
  const inline = query<HTMLScriptElement>('script[type="application/json"][data-timebot-consent]')[0];
  const fromScript = attributes(script, 'data-');
  const waiting = inline || fromScript['config'] ? undefined : parsed();
  if (waiting) return void waiting.then(() => readConfig(script, load, warn, use));

  const given = { ...fromScript, ...attributes(query('timebot-consent')[0], '') };
  const finish = (json: unknown, restricted: boolean): void =>
    use({ raw: typeof json === 'object' && !Array.isArray(json) ? { ...json, ...given } : given, restricted });
  const { config: url } = given;
  if (inline || !url) finish(inline ? inlineConfig(inline, warn) : {}, false);
  else {
    fetch(url, { signal: AbortSignal.timeout(5000) })
      .then((response) => response.json())
      .then(
        (json) => finish(json, false),
        async (error) => {
          warn('config-url', url, error);
          // the last valid copy can still restrict
          const copy = load('page').then(({ configCopy }) => configCopy(url));
          finish(await copy.catch(() => 0), true);
        },
      );
  }
};

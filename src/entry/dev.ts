/** The widget from its sources, for development: the demo's script tag is swapped for this module. */
import { query } from '../gate/native.js';
import { core } from '../policies/timebot/2019-01-01.js';
import { start } from './boot.js';
import { loadModule } from './modules.js';
import { createTrusted } from './trusted.js';

const script = query<HTMLScriptElement>('script[data-timebot-consent-dev]')[0];
start({ core, load: loadModule, nonce: script?.nonce ?? '', trusted: createTrusted() }, script);

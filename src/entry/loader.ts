/** The script tag: `timebot-consent.js`, a classic script. */
import { hashes } from 'virtual:chunks';
import { native } from '../gate/native.js';
import { core } from '../policies/timebot/2019-01-01.js';
import { start } from './boot.js';
import { createChunkLoader } from './chunks.js';
import { createTrusted } from './trusted.js';

const script = native('currentScript');
if (script && 'src' in script) {
  const trusted = createTrusted();
  const { src, nonce } = script;
  start({ core, nonce, trusted, load: createChunkLoader(src, hashes, nonce, trusted) }, script);
}

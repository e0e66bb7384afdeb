/* …-assets.i.posthog.com/static/array.js */
import { hear, hit, keep } from './stand-in.js';

const snippet = window.posthog;
if (!Array.isArray(snippet.people) || !snippet.__SV) throw new TypeError('not started as by its snippet');
let out = false;
const posthog = {
  opt_in_capturing: (options) => {
    out = false;
    hear('opt_in_capturing', options);
  },
  opt_out_capturing: () => {
    out = true;
    hear('opt_out_capturing');
  },
  capture: (event) => {
    hear('capture', event);
    if (!out) hit(`${host}/i/v0/e/`);
  },
};
let host;
window.posthog = posthog;
for (const [token, config, name] of snippet._i) {
  hear('init', token, config, name);
  host = config.api_host;
  for (const [method, ...args] of snippet) posthog[method](...args);
  keep(`ph_${token}_posthog`);
  hit(`${host}/i/v0/e/`);
}

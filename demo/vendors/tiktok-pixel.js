/* analytics.tiktok.com/i18n/pixel/events.js */
import { ASKED, hear, hit, keep } from './stand-in.js';

const ttq = window[window.TiktokAnalyticsObject];
const id = ASKED.searchParams.get('sdkid');
if (!ttq._i[id]._u || !ttq._t[id] || !ttq._o[id]) throw new TypeError('not started as by ttq.load()');
let revoked = false;
const call = (method, ...args) => {
  hear(method, ...args);
  if (method === 'revokeConsent') revoked = true;
  if (method === 'grantConsent') revoked = false;
  if (method !== 'page' || revoked) return;
  keep('_ttp', '_tt_enable_cookie');
  hit('https://analytics.tiktok.com/api/v2/pixel');
};
const queue = ttq.splice(0);
for (const method of ['page', 'grantConsent', 'revokeConsent']) ttq[method] = (...args) => call(method, ...args);
for (const args of queue) call(...args);

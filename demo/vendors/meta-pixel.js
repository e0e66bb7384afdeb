/* connect.facebook.net/…/fbevents.js */
import { hear, hit, keep } from './stand-in.js';

let revoked = false;
window.fbq.callMethod = (method, ...args) => {
  hear(method, ...args);
  if (method === 'consent') revoked = args[0] === 'revoke';
  if (method !== 'track' || revoked) return;
  keep('_fbp');
  hit(`https://www.facebook.com/tr/?ev=${args[0]}`);
};
for (const args of window.fbq.queue.splice(0)) window.fbq(...args);

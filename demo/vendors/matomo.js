/* matomo.js on a server of the owner’s */
import { hear, hit, keep } from './stand-in.js';

let tracker = '';
let site;
let given = false;
let waiting = false;
const methods = {
  requireConsent: () => (given = false),
  setConsentGiven: () => (given = true),
  forgetConsentGiven: () => (given = false),
  setTrackerUrl: (url) => (tracker = url),
  setSiteId: (id) => (site = id),
  trackPageView: () => (waiting = true),
};
const call = ([method, ...args]) => {
  hear(method, ...args);
  methods[method]?.(...args);
};
// what it has to know comes first, as there
const queue = window._paq;
for (const args of queue) call(args);
window._paq = { push: call };
if (waiting && given) {
  keep('_pk_id.1.1fff', '_pk_ses.1.1fff');
  hit(`${tracker}?idsite=${site}`);
}

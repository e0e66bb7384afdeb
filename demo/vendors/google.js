/*
 * gtag.js and gtm.js. Reads the data layer by the rules of Google's own data-layer-helper: an `arguments` object is a
 * command, an array calls a method of a value in the layer's model, an object is a message, anything else is nothing.
 */
import { ASKED, hear, hit, keep } from './stand-in.js';

const measure = (tag) => {
  const { consent } = window.google_tag_data;
  const granted = (type) => consent[type] !== 'denied';
  if (granted('analytics_storage')) keep('_ga', `_ga_${tag.slice(2)}`);
  if (granted('ad_storage')) keep('_gcl_au');
  const gcs = `G1${Number(granted('ad_storage'))}${Number(granted('analytics_storage'))}`;
  hit(`https://region1.google-analytics.com/g/collect?tid=${tag}&gcs=${gcs}`);
};

const commands = {
  consent: (action, state) => {
    const data = window.google_tag_data;
    if (action === 'default') data.late ||= data.measured;
    Object.assign(data.consent, state);
  },
  config: (tag) => {
    window.google_tag_data.measured = true;
    measure(tag);
  },
  event: () => measure(ASKED.searchParams.get('id')),
};

const take = (message) => {
  const kind = Object.prototype.toString.call(message).slice(8, -1);
  if (kind === 'Arguments') {
    hear(...message);
    commands[message[0]]?.(...[...message].slice(1));
  } else if (kind === 'Object' && message.event) {
    const { 'gtm.start': start, ...rest } = message;
    hear(start === undefined ? rest : { ...rest, 'gtm.start': typeof start });
  }
};

// the second of them on a page joins the first
if (!window.google_tag_data) {
  window.google_tag_data = { consent: {}, late: false, measured: false };
  const { push } = window.dataLayer;
  window.dataLayer.push = (...messages) => {
    push.apply(window.dataLayer, messages);
    messages.forEach(take);
  };
  window.dataLayer.forEach(take);
}
if (ASKED.pathname === '/gtm.js') measure(ASKED.searchParams.get('id'));

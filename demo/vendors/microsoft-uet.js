/* bat.bing.com/bat.js: a class, which takes over the list that waited */
import { hear, hit, keep } from './stand-in.js';

window.UET = class {
  constructor({ ti, q, ...options }) {
    this.ti = ti;
    hear('UET', { ti, ...options });
    const waited = [...q];
    while (waited.length) this.push(...waited.splice(0, waited[0] === 'consent' ? 3 : 1));
  }
  push(...call) {
    hear(...call);
    const [command, , state] = call;
    if (command === 'consent') this.granted = state.ad_storage === 'granted';
    if (command !== 'pageLoad') return;
    if (this.granted) keep('_uetsid', '_uetvid');
    hit(`https://bat.bing.com/action/0?ti=${this.ti}&asc=${this.granted ? 'G' : 'D'}`);
  }
};

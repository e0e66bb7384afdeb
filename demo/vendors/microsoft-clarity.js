/* www.clarity.ms/tag/… */
import { hear, hit, keep } from './stand-in.js';

const call = (command, ...args) => {
  hear(command, ...args);
  if (command !== 'consentv2' || args[0].analytics_Storage !== 'granted') return;
  keep('_clck', '_clsk');
  hit('https://k.clarity.ms/collect');
};
const { q: queue } = window.clarity;
window.clarity = call;
for (const args of queue) call(...args);

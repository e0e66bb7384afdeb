/*
 * www.clarity.ms/tag/… before the real script: it loads clarity-js and has it started before any call that waits. The project
 * has consent mode on, as all have for visitors from the EEA: no cookie until a call of the page grants it.
 */
import { ASKED, hit } from './stand-in.js';

const { clarity } = window;
const script = document.createElement('script');
script.src = 'https://scripts.clarity.ms/0.8.70/clarity.js';
document.head.append(script);
clarity('start', {
  projectId: ASKED.pathname.split('/').at(-1),
  upload: 'https://k.clarity.ms/collect',
  cookies: ['_uetmsclkid', '_uetvid'],
  track: false,
  content: true,
});
clarity.q.unshift(clarity.q.pop());
hit('https://c.clarity.ms/c.gif');

/* top-fwz1.mail.ru/js/code.js */
import { hear, hit, keep } from './stand-in.js';

const take = ({ start, ...message }) => {
  hear({ ...message, start: typeof start });
  if (message.type !== 'pageView') return;
  keep('tmr_lvid', 'tmr_lvidTS', 'domain_sid');
  hit(`https://top-fwz1.mail.ru/tracker?id=${message.id}`);
};
for (const message of window._tmr) take(message);
window._tmr = { push: take };

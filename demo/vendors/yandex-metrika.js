/* mc.yandex.ru/metrika/tag.js */
import { hear, hit, keep } from './stand-in.js';

const call = (id, method, ...args) => {
  hear(id, method, ...args);
  if (window[`disableYaCounter${id}`]) return;
  if (method === 'init') {
    keep('_ym_uid', '_ym_d');
    hit(`https://mc.yandex.ru/watch/${id}`);
  }
};
const { a: queue } = window.ym;
window.ym = (...args) => call(...args);
for (const args of queue) {
  if (Object.prototype.toString.call(args) !== '[object Arguments]') throw new TypeError('no call of ym()');
  call(...args);
}

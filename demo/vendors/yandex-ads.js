/* yandex.ru/ads/system/context.js: calls back when all of it has come */
import { hear, hit } from './stand-in.js';

setTimeout(() => {
  const render = ({ blockId, renderTo }) => {
    hear('render', blockId, document.getElementById(renderTo)?.tagName);
    hit(`https://yandex.ru/ads/meta/${blockId}`);
  };
  window.Ya = { Context: { AdvManager: { render } } };
  const waited = window.yaContextCb;
  window.yaContextCb = { push: (callback) => callback() };
  for (const callback of waited) callback();
});

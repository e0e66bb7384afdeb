/** Entry of the banner's chunk. The preferences are built apart from it and take their share of Lit from here. */
export { css, html, nothing } from 'lit';
export { ConsentElement } from './consent-element.js';

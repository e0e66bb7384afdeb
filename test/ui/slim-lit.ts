/** All that our modules can import of the slimmed Lit: what `web-test-runner.slim.config.mjs` puts in Lit's place. */
export { css, html, LitElement, nothing, render } from 'lit';

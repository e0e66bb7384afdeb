import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkLitUse } from '../../scripts/check-lit-use.ts';
import { slimmed } from '../../scripts/slim-lit.ts';

const element = (members: string): string =>
  `import { LitElement } from 'lit'; class A extends LitElement { ${members} }`;

describe('what a module may use of Lit', () => {
  for (const code of [
    "import { LitElement, css, html, nothing, render } from 'lit'; export { html } from 'lit';",
    "import { html } from './own.js'; import { svg } from 'little'",
    'html``',
    'html`a ${b} c<br /> &lt; ${d}`',
    'html`<p class="a" id=b hidden title=${a} ?hidden=${b} .value=${c} @click=${d}>${e}</p>`',
    'html`<button @click=${() => go()} disabled>${a}</button><svg viewBox="0 0 2 2"><path d="m6 6" /></svg>`',
    'html`<p title="a=\'b\'">1 + 1 = 2</p>`',
    'other`<!-- ${a} -->`',
    element(
      'static properties = { a: { attribute: false }, b: { attribute: false } }; static styles = styles; render() {}',
    ),
    'class A extends HTMLElement { static observedAttributes = []; disconnectedCallback() {} }',
  ]) {
    it(`takes ${code}`, () => checkLitUse('a.ts', code));
  }

  for (const [what, code] of [
    ['another name', "import { svg } from 'lit'"],
    ['another name for one', "import { noChange as html } from 'lit'"],
    ['a name under which its templates are not found', "import { html as h } from 'lit'"],
    ['another name, handed on', "export { unsafeCSS } from 'lit'"],
    ['every name', "import * as lit from 'lit'"],
    ['every name, handed on', "export * from 'lit'"],
    ['a directive', "import { repeat } from 'lit/directives/repeat.js'"],
    ['a package of Lit’s', "import { html } from 'lit-html'"],
    ['a package beside Lit', "import { Task } from '@lit/task'"],
    ['a hole in quotes', 'html`<p title="${a}"></p>`'],
    ['a hole in a part of a value', 'html`<p title="a ${b}"></p>`'],
    ['two holes in a value', 'html`<p title=${a}${b}></p>`'],
    ['a hole before the slash', 'html`<input title=${a}/>`'],
    ['a hole in place of an attribute', 'html`<p ${a}></p>`'],
    ['a hole in place of a tag', 'html`<${a}></${a}>`'],
    ['a hole in a comment', 'html`<!-- ${a} -->`'],
    ['a comment', 'html`<!-- a -->`'],
    ['raw text', 'html`<style>${a}</style>`'],
    ['raw text in capitals', 'html`<TEXTAREA>${a}</TEXTAREA>`'],
    ['text before a child that looks like an attribute', 'html`<p>a=${b}</p>`'],
    ['a bare less-than', 'html`a < ${b}`'],
    ['a listener with options', 'html`<p @click=${{ handleEvent, once: true }}></p>`'],
    ['a method as a listener', 'html`<p @click=${this.go}></p>`'],
    ['a listener that may be missing', 'html`<p @click=${a ? go : nothing}></p>`'],
    ['an attribute that is observed', element('static properties = { a: {} }')],
    ['a property with a type', element('static properties = { a: { attribute: false, type: Number } }')],
    ['properties from elsewhere', element('static properties = shared')],
    ['a controller', element('constructor() { super(); this.addController(a); }')],
    ['a hook that is never called', element('shouldUpdate() { return false; }')],
    ['a callback that has no base', element('disconnectedCallback() { super.disconnectedCallback(); }')],
  ] as const) {
    it(`refuses ${what}`, () =>
      assert.throws(() => checkLitUse('a.ts', code), /^Error: a\.ts: scripts\/slim-lit\.ts leaves/));
  }
});

describe('slimmed', () => {
  const name = 'lit-html/lit-html.js';
  const lit = readFileSync(`node_modules/${name}`, 'utf8');

  it('leaves Trusted Types and the check of templates as they are, but for what a page puts on every object', () => {
    const slim = slimmed(name, lit);
    assert.ok(slim.length < lit.length * 0.7);
    for (const [published, kept] of [
      ['createPolicy("lit-html",{createHTML:t=>t})', 'createPolicy("lit-html",{__proto__:null,createHTML:t=>t})'],
      ['t.hasOwnProperty("raw")', 't.hasOwnProperty("raw")'],
    ] as const) {
      assert.deepEqual([lit.includes(published), slim.includes(kept)], [true, true]);
    }
  });

  it('throws where Lit is another one', () => {
    assert.throws(() => slimmed(name, `${lit} `), /lit-html\.js has changed, its SHA-256 is \w{64}$/);
    assert.throws(() => slimmed('lit-html/new.js', ''), /lit-html\/new\.js/);
  });
});

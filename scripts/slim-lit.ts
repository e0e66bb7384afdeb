import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What goes: a text, or all from one text until another. What stays in its place, if anything. */
type Cut = readonly [gone: string | readonly [from: string, until: string], instead?: string];

interface Slimmed {
  /** SHA-256 of the published module for which the cuts were argued. */
  readonly hash: string;
  readonly cuts: readonly Cut[];
}

/**
 * What is taken out of Lit, in the order of its text; short names are those of Lit's own minifier. What goes because
 * nothing of ours does it, `check-lit-use.ts` looks for, and fails the build where something does.
 */
const MODULES: Readonly<Record<string, Slimmed>> = {
  '@lit/reactive-element/css-tag.js': {
    hash: '902f8d23ab8fb24afe05596988c22941f080ab58d263e419877006e58ea6c366',
    cuts: [
      // our engines adopt style sheets; none of ours is made twice, so that none is looked up by its strings
      [['const t=globalThis', 'class n{']],
      // css`…` alone calls this
      [['t,e,o){', 'this.cssText=t'], 't){'],
      [',this.t=e', ',this.o=void 0'], // or a page could have put one on every object
      [['let t=this.o', 'toString()'], 'return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o}'],
      // no unsafeCSS; that css`…` is given results of its own and numbers is held to by TypeScript
      [['const r=', 'export{'], 'const i=(t,...e)=>new n(String.raw({raw:t},...e));'],
      [['n as CSSResult', 'i as css']],
      [[',c as getCompatibleStyle', '}']],
    ],
  },

  '@lit/reactive-element/reactive-element.js': {
    hash: '76e9815ec67d16684bff1444224bf62532d6318dbd8f25e7c1e9546158b1335f',
    cuts: [
      [['import{', 'export{']],
      ['CSSResult,css,supportsAdoptingStyleSheets,unsafeCSS', 'css'],
      // no attribute is observed or reflected: no converters; no decorators: no metadata
      [['getOwnPropertyDescriptor', 'class y '], 'keys:r}=Object;'],
      // properties have no options, no accessors of their own, and are not inherited; a class makes them once, as before
      [
        ['static addInitializer', 'constructor(){'],
        `static finalize() {
          if (this.hasOwnProperty('finalized')) return;
          this.finalized = !0;
          for (const name of r(this.properties)) this.createProperty(name);
        }
        static createProperty(name) {
          const key = Symbol();
          e(this.prototype, name, {
            __proto__: null, // nor what a page has put on every object
            get() {
              return this[key];
            },
            set(value) {
              const old = this[key];
              this[key] = value;
              this.requestUpdate(name, old);
            },
          });
        }`,
      ],
      // with no attributes to ask for, the browser does not cause this
      ['this._$Ep=void 0,', 'this.constructor.finalize(),'],
      ['this._$Em=null,', 'this.renderRoot=void 0,'], // or a page could have put one on every object
      // the dialogue defines the element before it sets properties
      ['this._$E_(),'],
      // no initializers, no controllers
      [',this.constructor.l?.forEach(t=>t(this))'],
      [['addController(', 'createRenderRoot()']],
      // attachShadow hands out a root that the page's HTML declared, emptied; `styles` is one sheet
      [
        ['const t=this.shadowRoot', 'connectedCallback()'],
        "const t=this.attachShadow({__proto__:null,mode:'open'});return t.adoptedStyleSheets=[this.constructor.styles.styleSheet],t}",
      ],
      [',this._$EO?.forEach(t=>t.hostConnected?.())'],
      [
        ['enableUpdating(t){}', 'async _$EP()'],
        `requestUpdate(name, old) {
          if (name !== void 0) {
            if (i(this[name], old)) return;
            this._$AL.has(name) || this._$AL.set(name, old);
          }
          this.isUpdatePending || (this._$ES = this._$EP());
        }`,
      ],
      // updates are neither scheduled, prevented nor made early
      [['const t=this.scheduleUpdate()', '!this.isUpdatePending}'], 'this.performUpdate();return'],
      [['scheduleUpdate(){', 'performUpdate(){']],
      [['if(!this.isUpdatePending)return;', 'const s=this._$AL;try']],
      [['t=this.shouldUpdate(s)', '}catch(s)'], 'this.willUpdate(s),this.update(s)'],
      ['throw t=!1,this._$EM(),s}t&&', 'throw this._$EM(),s}'],
      ['this._$EO?.forEach(t=>t.hostUpdated?.()),'],
      ['return this.getUpdateComplete()}getUpdateComplete(){'],
      ['shouldUpdate(t){return!0}'],
      ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),'],
      [['y.elementStyles=', 'export{']],
      [[',s as adoptStyles', '}']],
    ],
  },

  'lit-element/lit-element.js': {
    hash: 'ee09e38303bb39c36959a961fb0a52663c798ee44493914472c3a61e84e55e3c',
    cuts: [
      [',noChange as r'],
      ['const s=globalThis;'],
      // there is nothing in the shadow root to render before
      [['constructor(){', 'update(t){']],
      ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),'],
      ['this._$Do=e(r,this.renderRoot,this.renderOptions)', 'e(r,this.renderRoot)'],
      // no directive to be told of connection; each of ours has a render(); no polyfills, no server, no list of versions
      [['}connectedCallback()', 'export{'], '}}'],
      [',n as _$LE'],
    ],
  },

  'lit-html/lit-html.js': {
    hash: 'b878e7f95dec8a9b6e9b217faca6b6a11bad82ebc44c0caa77419ed83edd81f2',
    cuts: [
      // what a page has put on every object is neither a rule of this policy, nor makes a node of a template
      ['{createHTML:t=>t}', '{__proto__:null,createHTML:t=>t}'],
      ['void 0!==t.nodeType?', 'void 0!==t.nodeType&&!Array.isArray(t)?'],
      // no svg`…`, no mathml`…`; how HTML is read, at build
      [[',f="[', ',E=']],
      [',E=Symbol.for("lit-noChange"),', ',b=(t,...i)=>({_$litType$:1,strings:t,values:i}),'],
      // where a hole is, its neighbours tell: after = it is an attribute, which gets a name to be found by, else a child
      [
        ['N=(t,i)=>{', 'class S{'],
        `N = (strings) => {
          const names = [];
          const parts = strings.map((text) => {
            const [name] = /\\S+(?==$)/.exec(text) ?? [];
            return name ? (names.push(name), text.slice(0, -1) + h) : text + r;
          });
          parts[strings.length - 1] = strings.at(-1) || '<?>';
          return [V(strings, parts.join('')), names];
        };`,
      ],
      [',_$litType$:i},e){', '}){'],
      ['N(t,i);if(this.el=S.createElement(f,e)', 'N(t);this.el=S.createElement(f)'],
      [[',2===i||3===i){', 'for(;null!=='], ';'],
      // a hole is an attribute's whole value: no strings around it
      ['s=r.getAttribute(t).split(o),'],
      ['strings:s,'],
      // no holes in place of attributes, in raw text, in comments
      [['else t.startsWith(o)', '}else if(8===']],
      [['else{let t=-1', 'l++}}static']],
      // no directives, which alone ask a part for its kind, parent, place or connection
      [['function M(', 'class R{']],
      [['this._$AN=void 0,this._$AD=t', 'u(t){const'], 'this._$AD=t}'],
      ['u(t){const', 'u(){const'],
      // no render options
      ['(t?.creationScope??l)', 'l'],
      [['i=new k(h,h.nextSibling,this,t)', ',this._$AV.push'], 'i=new k(h,h.nextSibling):i=new r.ctor(h,r.name)'],
      [['void 0!==s&&(void 0!==s.strings', '}}class k'], 's._$AI(t[i++])'],
      [
        ['get _$AU(){return this._$AM?.', '_$AI(t,i=this){t=M(this,t,i),a('],
        'constructor(t,i){this._$AH=A,this._$AA=t,this._$AB=i}',
      ],
      ['_$AI(t,i=this){t=M(this,t,i),a(', '_$AI(t){a('],
      ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
      // no compiled templates
      [',_$litType$:s}=t', '}=t'],
      [['"number"==typeof s?', ';if(this._$AH?._$AD'], 'this._$AC(t)'],
      ['new R(e,this),s=t.u(this.options)', 'new R(e),s=t.u()'],
      [',this,this.options'],
      [',s){for(this._$AP?.(!1,!0,s);', '){for(;'],
      [['setConnected(t)', 'class H{'], '}'],
      [
        ['get tagName()', 'j(t){t===A?'],
        'constructor(t,i){this._$AH=A,this.element=t,this.name=i}_$AI(t){a(t)&&t===this._$AH||this.j(this._$AH=t)}',
      ],
      ['constructor(){super(...arguments),this.type=3}'],
      ['constructor(){super(...arguments),this.type=4}'],
      // a listener is a function, always there, without options and without a use for `this`
      [
        ['constructor(t,i,s,e,h){super(', 'const j='],
        'constructor(t,i){super(t,i),t.addEventListener(i,t=>this._$AH(t))}j(){}}',
      ],
      // no polyfills, no list of versions, nothing for servers
      [['j={M:h', 'D=(t']],
      [['D=(t,i,s)=>{', 'export{'], 'D=(t,i)=>{(i._$litPart$??=new k(i.appendChild(c()),null))._$AI(t)};'],
      ['j as _$LH,'],
      ['T as mathml,E as noChange,'],
      [',w as svg'],
    ],
  },

  // one constant, which nothing of ours asks for
  'lit-html/is-server.js': { hash: '651fa2e2e2e4d9a97436aee49f4c13343e667ef5f3b31c29fb7e4acacbd2b580', cuts: [] },
};

const cut = (code: string, [gone, instead = '']: Cut): string => {
  const [from, until] = typeof gone === 'string' ? [gone, gone] : gone;
  const start = code.indexOf(from);
  const end = code.indexOf(until, start) + (from === until ? from.length : 0);
  if (start < 0 || end < start || code.includes(from, start + 1)) throw new Error(`no one place for ${from}`);
  return code.slice(0, start) + instead + code.slice(end);
};

/**
 * Takes out of Lit what this widget never reaches. Throws where Lit is not the one that this was argued for: then every
 * cut is to be read again, and only after that the hash to be replaced.
 */
export const slimmed = (name: string, code: string): string => {
  const module = MODULES[name];
  if (!module) throw new Error(`slim-lit: ${name} is a module that was not there`);
  const hash = createHash('sha256').update(code).digest('hex');
  if (hash !== module.hash) throw new Error(`slim-lit: ${name} has changed, its SHA-256 is ${hash}`);
  return module.cuts.reduce(cut, code);
};

/** Slims Lit's modules on their way into a chunk. */
export const slimLit = (): Plugin => ({
  name: 'slim-lit',
  transform: {
    filter: { id: /\/node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\// },
    handler: (code, id) => ({ code: slimmed(id.split('/node_modules/').at(-1) ?? id, code), map: null }),
  },
});

import type { Plugin } from 'vite';

/** What Lit does for polyfills of old engines and for its own list of versions. */
const SPARE = [
  /,[\w$]+\?\.\(\{ReactiveElement:[\w$]+\}\),\([\w$]+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
  /[\w$]+\?\.\([\w$]+,[\w$]+\),\([\w$]+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
  /,[\w$]+\.litElementHydrateSupport\?\.\(\{LitElement:[\w$]+\}\);const [\w$]+=[\w$]+\.litElementPolyfillSupport;[\w$]+\?\.\(\{LitElement:[\w$]+\}\);/,
  /\([\w$]+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
];

/**
 * Takes out of Lit what no visitor's browser needs: every engine that this widget runs in has shadow roots and adopted
 * stylesheets, and nothing here is rendered on a server. Fails where Lit has changed, so that nobody believes in vain.
 */
export const slimLit = (): Plugin => {
  const left = new Set(SPARE);
  return {
    name: 'slim-lit',
    transform: {
      filter: { id: /\/(?:lit-html|lit-element|@lit\/reactive-element)\/(?:lit-html|lit-element|reactive-element)\.js$/ },
      handler: (code) => {
        let slim = code;
        for (const spare of SPARE) {
          if (!spare.test(slim)) continue;
          slim = slim.replace(spare, ';');
          left.delete(spare);
        }
        return { code: slim, map: null };
      },
    },
    buildEnd() {
      if (left.size > 0 && left.size < SPARE.length) this.error(`slim-lit: Lit has changed; gone is ${[...left].join(' ')}`);
    },
  };
};

import type { Plugin } from 'vite';

/** What to take out of Lit's modules: a pattern, and what stays in its place. */
const SPARE: readonly (readonly [RegExp, string])[] = [
  // its own list of versions, and the hooks of polyfills for engines without shadow roots
  [/,[\w$]+\?\.\(\{ReactiveElement:[\w$]+\}\),\([\w$]+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
  [/[\w$]+\?\.\([\w$]+,[\w$]+\),\([\w$]+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  [
    /,[\w$]+\.litElementHydrateSupport\?\.\(\{LitElement:[\w$]+\}\);const [\w$]+=[\w$]+\.litElementPolyfillSupport;[\w$]+\?\.\(\{LitElement:[\w$]+\}\);/,
    ';',
  ],
  [/\([\w$]+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  // style elements for engines without adopted stylesheets; the minifier drops what this makes unreachable
  [
    /[\w$]+\.ShadowRoot&&\(void 0===[\w$]+\.ShadyCSS\|\|[\w$]+\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
    '!0',
  ],
  // what it says to a developer who writes styles another way than ours are written
  [/Error\("CSSResult is not constructable[^"]*"\)/, 'Error()'],
  [/Error\("Value passed to 'css' function[^"]*"\+[\w$]+\+"[^"]*"\)/, 'Error()'],
];

/**
 * Takes out of Lit what no visitor's browser needs: the engines that this widget supports have shadow roots and adopted
 * stylesheets, and nothing is rendered on a server. Fails where Lit has changed, so that nobody counts on it in vain.
 */
export const slimLit = (): Plugin => {
  const left = new Set(SPARE);
  let seen = false;
  return {
    name: 'slim-lit',
    transform: {
      filter: { id: /\/node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\// },
      handler: (code) => {
        seen = true;
        let slim = code;
        for (const spare of SPARE) {
          const [pattern, instead] = spare;
          if (!pattern.test(slim)) continue;
          slim = slim.replace(pattern, instead);
          left.delete(spare);
        }
        return { code: slim, map: null };
      },
    },
    buildEnd() {
      const gone = [...left].map(([pattern]) => pattern.source);
      if (seen && gone.length > 0) this.error(`slim-lit: Lit no longer has ${gone.join(' and ')}`);
    },
  };
};

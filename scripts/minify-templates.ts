import { parseSync, Visitor, type Plugin } from 'vite';

const HOLE = '\uE000'; // stands for an expression, so that a rule can look across it

const html = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    // a line break around a block is layout; beside an element of a line it is the space between two words
    .replace(/>(?<!<\/(?:a|b|em|i|span|strong)>)\s*\n\s*(?=[<\uE000])/g, '>')
    .replace(/(?<=\uE000)\s*\n\s*(?=<(?!(?:a|b|em|i|span|strong)\b))/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=<[^<>]*=)"([\w-]+)"(?=[\s>])/g, '$1') // static values that need no quotes
    .trim();

const css = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ !important/g, '!important')
    .replace(/='([\w-]+)'/g, '=$1')
    .replace(/\b0\./g, '.')
    .replace(/;}/g, '}')
    .trim();

/** Minifies html`…`, svg`…` and css`…` templates of the project's own modules: build only, no dependency beside Vite. */
export const minifyTemplates = (include = /\/src\/[^?]+\.[jt]s$/): Plugin => ({
  name: 'minify-templates',
  apply: 'build',
  transform: {
    order: 'post', // when TypeScript is gone and names are not yet shortened
    filter: { id: include, code: /\b(?:html|svg|css)`/ },
    handler(code, id) {
      const edits: { start: number; end: number; text: string }[] = [];
      new Visitor({
        TaggedTemplateExpression({ tag, quasi: { quasis } }) {
          if (tag.type !== 'Identifier' || !/^(?:html|svg|css)$/.test(tag.name)) return;
          const parts = (tag.name === 'css' ? css : html)(quasis.map(({ value }) => value.raw).join(HOLE)).split(HOLE);
          if (parts.length !== quasis.length) throw new Error(`${id}: an expression inside a template's comment`);
          for (const [i, { start, end }] of quasis.entries()) edits.push({ start, end, text: parts[i] ?? '' });
        },
      }).visit(parseSync('module.js', code).program);
      // from the end, so that the places of those before stay true
      const out = edits
        .sort((a, b) => b.start - a.start)
        .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
      return { code: out, map: null };
    },
  },
});

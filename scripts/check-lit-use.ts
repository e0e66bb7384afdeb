import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';

/** What modules of ours may import from Lit. */
const NAMES: readonly string[] = ['LitElement', 'css', 'html', 'nothing', 'render'];

/** What a slimmed LitElement no longer has or asks for. */
const MEMBERS =
  /\b(?:(?:add|remove)Controller|addInitializer|attributeChangedCallback|disconnectedCallback|elementProperties|elementStyles|getPropertyDescriptor|getPropertyOptions|getUpdateComplete|observedAttributes|renderOptions|scheduleUpdate|shadowRootOptions|shouldUpdate)\b/;

/**
 * HTML whose holes, `${}`, are children or whole attributes without quotes. There is no comment, no element with raw text,
 * no hole in a tag's name, in quotes or in place of an attribute, and no text before a child that looks like an attribute.
 */
const HTML = new RegExp(
  `^(?:${[
    String.raw`(?!=\$\{\})[^<]`,
    String.raw`</[a-z][\w-]*>`,
    String.raw`<(?!(?:script|style|textarea|title)\b)[a-z][\w-]*(?:\s+(?:${[
      String.raw`[.?@]?[\w:-]+=\$\{\}(?=[\s>])`,
      String.raw`[\w:-]+(?:="(?:(?!\$\{\})[^"])*"|=[\w-]+(?=[\s>]))?(?!=)`,
    ].join('|')}))*\s*/?>`,
  ].join('|')})*`,
  'i',
);

/** Throws where a module of ours uses what `slim-lit.ts` takes out of Lit. `code`: JavaScript. */
export const checkLitUse = (id: string, code: string): void => {
  const refuse = (what: string): never => {
    throw new Error(`${id}: scripts/slim-lit.ts leaves no place in Lit for ${what}`);
  };
  const nameOf = (node: ESTree.Node): string => (node.type === 'Identifier' ? node.name : node.type);
  const checkNames = (source: string | undefined, names: readonly string[]): void => {
    if (!source || !/^(?:lit|@lit)(?![^/-])/.test(source)) return;
    if (source !== 'lit') refuse(source);
    for (const name of names) if (!NAMES.includes(name)) refuse(name);
  };
  const checkClass = ({ superClass, body: { body }, start, end }: ESTree.Class): void => {
    if (!superClass || nameOf(superClass) !== 'LitElement') return;
    const [member] = MEMBERS.exec(code.slice(start, end)) ?? [];
    if (member) refuse(member);
    for (const one of body) {
      if (one.type !== 'PropertyDefinition' || nameOf(one.key) !== 'properties' || !one.value) continue;
      const value = code.slice(one.value.start, one.value.end).replace(/\s/g, '');
      if (!/^\{(?:\w+:\{attribute:(?:false|!1)\},?)*\}$/.test(value)) refuse(`the properties ${value}`);
    }
  };

  new Visitor({
    ImportDeclaration: ({ source, specifiers }) =>
      checkNames(
        source.value,
        // by its own name, so that its templates are found
        specifiers.flatMap((one) => ('imported' in one ? [nameOf(one.imported), nameOf(one.local)] : one.type)),
      ),
    ExportNamedDeclaration: ({ source, specifiers }) =>
      checkNames(
        source?.value,
        specifiers.map(({ local }) => nameOf(local)),
      ),
    ExportAllDeclaration: ({ source, type }) => checkNames(source.value, [type]),

    TaggedTemplateExpression({ tag, quasi: { quasis, expressions } }) {
      if (nameOf(tag) !== 'html') return;
      const text = quasis.map(({ value }) => value.raw).join('${}');
      const [read = ''] = HTML.exec(text) ?? [];
      if (read.length < text.length) refuse(`a template's ${text.slice(read.length, read.length + 80)}`);
      for (const [i, { type }] of expressions.entries()) {
        const [event] = /@\S+=$/.exec(quasis[i]?.value.raw ?? '') ?? [];
        if (event && type !== 'ArrowFunctionExpression' && type !== 'Identifier') refuse(`${event} ${type}`);
      }
    },

    ClassDeclaration: checkClass,
    ClassExpression: checkClass,
  }).visit(parseSync('module.js', code).program);
};

/** Fails the build where `checkLitUse` throws. Build only. */
export const litUse = (include = /\/src\/[^?]+\.[jt]s$/): Plugin => ({
  name: 'lit-use',
  apply: 'build',
  transform: {
    order: 'post', // when TypeScript is gone
    filter: { id: include, code: /\blit\b/ },
    handler(code, id) {
      checkLitUse(id, code);
    },
  },
});

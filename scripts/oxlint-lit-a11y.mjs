// eslint-plugin-lit-a11y keeps notes in parserServices, which oxlint freezes: hand it a writable copy
import plugin from 'eslint-plugin-lit-a11y';

const writable = (context) =>
  Object.create(context, {
    sourceCode: {
      value: Object.create(context.sourceCode, {
        parserServices: { value: { ...context.sourceCode.parserServices } },
      }),
    },
  });

export default {
  meta: { name: 'lit-a11y' },
  rules: Object.fromEntries(
    Object.entries(plugin.rules).map(([name, rule]) => [
      name,
      { ...rule, create: (context) => rule.create(writable(context)) },
    ]),
  ),
};

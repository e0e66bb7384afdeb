/** The config's JSON Schema as it is published: made from the spec that the loader checks by, with descriptions. */
import { isList, type Spec } from '../src/entry/config-spec.ts';
import { ownSpec } from '../src/entry/own-spec.ts';

const descriptions: Readonly<Record<keyof typeof ownSpec, string>> = {
  endpoint: 'Where records are posted, e.g. "/consents". Without it they stay on the device.',
  config: 'Address of a JSON config; meant for the attribute data-config.',
  lang: '"auto" (the page\'s language, then the visitor\'s), or a language such as "ru", "kk", "en".',
  layout: '"bar" over the whole width, or "box" in a corner.',
  position: 'Edge of a bar, corner of a box.',
  theme: '"auto" follows the visitor\'s system.',
  trigger: 'Side of the button that reopens the preferences; "none" where the page has a data-consent-open link.',
  policyUrl: 'Page with the full text of the policy.',
  cookieDomain: 'Domain that shares the decision between subdomains, e.g. "timebot.kz".',
  months: 'How long a decision holds: 12 months where anything is granted, 6 where nothing is, unless said otherwise.',
  purposes: 'What the policy leaves to the site, by purpose: recipients with countries, and how long data is kept.',
  services: 'The tags, embeds and SDKs of the site, each under its purpose.',
  debug:
    'Opens the inspector on every page, for people who look after the site; "?timebot-consent-debug" does it for one page.',
  policy: "The site's own policy edition in place of TimeBot's, or newer facts on top of it.",
  texts: 'Texts in place of the shipped ones, by language and layer; further languages.',
};

const describe = (path: string): { description?: string } => {
  const found = Object.entries(descriptions).find(([key]) => key === path);
  return found ? { description: found[1] } : {};
};

const schemaOf = (spec: Spec, path: string): object => {
  const of = describe(path);
  if (spec instanceof RegExp) return { ...of, type: 'string', pattern: spec.source };
  if (spec === true) return { ...of, type: 'boolean' };
  if (typeof spec === 'number') return { ...of, type: 'integer', minimum: 1, maximum: spec };
  if (isList(spec)) return { ...of, type: 'array', items: schemaOf(spec[0], `${path}[]`) };
  const { '*': any, ...keys } = spec;
  if (any) return { ...of, type: 'object', additionalProperties: schemaOf(any, `${path}.*`) };
  const properties = Object.entries(keys).map(([key, part]) => [key, schemaOf(part, path ? `${path}.${key}` : key)]);
  return { ...of, type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
};

export const publishedConfigSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'timebot-consent config',
  ...schemaOf(ownSpec, ''),
};

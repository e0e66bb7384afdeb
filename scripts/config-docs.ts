/** The config's JSON Schema as it is published: made from the spec that the loader checks by, with descriptions. */
import { isList, type Spec } from '../src/entry/config-spec.ts';
import { formOf, MODE, OWN } from '../src/entry/expand.ts';
import { manifestSchema } from '../src/entry/manifest-schema.ts';
import { manifests } from '../src/services/all.ts';
import type { Option } from '../src/services/manifest.ts';
import { serviceNames } from '../src/services/names.ts';
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
  off: 'Purposes and services that are off offer here, by id, with spaces between, e.g. "ads": closed, not asked about, and kept for when they are back.',
  cookieDomain: 'Domain that shares the decision between subdomains, e.g. "timebot.kz".',
  months: 'How long a decision holds: 12 months where anything is granted, 6 where nothing is, unless said otherwise.',
  purposes: 'What the policy leaves to the site, by purpose: recipients with countries, and how long data is kept.',
  services:
    'The tags, embeds and SDKs of the site: ready-made ones by "use", others as manifests, each under its purpose.',
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
  if (path === 'services') return { ...of, type: 'array', items: serviceSchema() };
  if (isList(spec)) return { ...of, type: 'array', items: schemaOf(spec[0], `${path}[]`) };
  const { '*': any, ...keys } = spec;
  if (any) return { ...of, type: 'object', additionalProperties: schemaOf(any, `${path}.*`) };
  const properties = Object.entries(keys).map(([key, part]) => [key, schemaOf(part, path ? `${path}.${key}` : key)]);
  return { ...of, type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
};

const optionSchema = (option: Option): object => {
  const text = { type: 'string', pattern: formOf(option) };
  switch (option.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: text, minItems: 1 };
    case 'number':
      return { anyOf: [{ type: 'integer', minimum: 0 }, text] };
    default:
      return text;
  }
};

/** What an owner may write of each service: what visitors are told, and either the options of a ready-made one or a manifest. */
const serviceSchema = (): object => {
  const told: object = ownSpec.services[0];
  const properties = Object.fromEntries(
    Object.entries(told).map(([key, part]: [string, Spec]) => [key, schemaOf(part, `services[].${key}`)]),
  );
  const own = Object.fromEntries(OWN.map((key) => [key, properties[key]]));
  const readyMade = serviceNames.map((use) => {
    const { options = {}, advanced } = manifests[use];
    const all: Readonly<Record<string, Option>> = { ...options, ...(advanced && { mode: MODE }) };
    const entries = Object.entries(all);
    return {
      properties: {
        use: { const: use },
        as: properties['id'],
        ...own,
        ...Object.fromEntries(entries.map(([key, option]) => [key, optionSchema(option)])),
      },
      required: ['use', ...entries.filter(([, { required }]) => required).map(([key]) => key)],
      additionalProperties: false,
    };
  });
  return {
    type: 'object',
    if: { required: ['use'] },
    then: { oneOf: readyMade }, // oxlint-disable-line unicorn/no-thenable -- the word of JSON Schema
    else: { properties: { ...manifestSchema.properties, ...properties }, additionalProperties: false },
  };
};

export const publishedConfigSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'timebot-consent config',
  ...schemaOf(ownSpec, ''),
};

/** The config's schema as it is published: with the descriptions, which no visitor needs to download. */
import { configSchema } from '../src/entry/config-schema.ts';

const descriptions: Readonly<Record<keyof typeof configSchema.properties, string>> = {
  endpoint: 'Where records are posted, e.g. "/consents". Without it they stay on the device.',
  config: 'Address of a JSON config; meant for the attribute data-config.',
  lang: '"auto" (the page\'s language, then the visitor\'s), or a language such as "ru", "kk", "en".',
  layout: '"bar" over the whole width, or "box" in a corner.',
  position: 'Edge of a bar, corner of a box.',
  theme: '"auto" follows the visitor\'s system.',
  trigger:
    'Side of the button that reopens the preferences; "none" where the page has a data-consent-open link of its own.',
  policyUrl: 'Page with the full text of the policy.',
  cookieDomain: 'Domain that shares the decision between subdomains, e.g. "timebot.kz".',
  months: 'How long a decision holds: 12 months where anything is granted, 6 where nothing is, unless said otherwise.',
  purposes: 'What the policy leaves to the site, by purpose: recipients with countries, and how long data is kept.',
  services: 'The tags, embeds and SDKs of the site, each under its purpose.',
  policy: "The site's own policy edition in place of TimeBot's, or newer facts on top of it.",
  texts: 'Texts in place of the shipped ones, by language and layer; further languages.',
};

export const publishedConfigSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'timebot-consent config',
  ...configSchema,
  properties: Object.fromEntries(
    Object.entries(configSchema.properties).map(([key, schema]) => [
      key,
      { description: descriptions[key as keyof typeof descriptions], ...schema },
    ]),
  ),
  additionalProperties: false,
};

/** What a site brings of its own: policy, texts, languages, services. Loaded only where there is such a thing. */
import { languages, triggers, type Language } from '../locales/languages.js';
import type { EmbedTexts, FirstLayer, FurtherLayers } from '../locales/texts.js';
import { bare } from '../model/bare.js';
import { platformSha256, type Sha256 } from '../record/hash.js';
import { canonical, noticeOf, type Notice } from '../record/notice.js';
import { usable } from './config.js';
import type { Further, PreferencesModule } from '../ui/contract.js';
import type { SitePolicy } from './site.js';
import { ownSpec, type OwnConfig } from './own-spec.js';
import type { Load, Modules } from './modules.js';
import type { Session } from './session.js';

type Texts = string | { readonly [key: string]: Texts };

/** Texts with what the site says instead, key by key. */
const merge = <T extends object>(texts: T, own: object = {}): T => {
  const merged = Object.entries(own).map(([key, value]: [string, Texts]) => {
    const shipped: unknown = Object.getOwnPropertyDescriptor(texts, key)?.value;
    return [key, typeof value === 'object' ? merge(Object(shipped ?? {}), value) : value];
  });
  return Object.assign({}, texts, Object.fromEntries(merged));
};

/** What of a service only the engine reads, which has a check of its own (manifest-schema.ts). */
const ENGINE_KEYS = [
  'vendor',
  'hosts',
  'keeps',
  'frames',
  'stubs',
  'advanced',
  'init',
  'load',
  'loaded',
  'tell',
  'given',
];

/** Whether any service has something for the engine to do. */
export const hasEngineWork = (raw: unknown): boolean =>
  [Object(raw).services].flat().some((service) => ENGINE_KEYS.some((key) => Object.hasOwn(Object(service), key)));

/** The config without what of its services only the engine reads. */
export const statedOf = (raw: unknown): unknown => {
  if (!hasEngineWork(raw)) return raw;
  const services: readonly unknown[] = Object(raw).services;
  const stated = services.map((service) =>
    Object.fromEntries(Object.entries(Object(service)).filter(([key]) => !ENGINE_KEYS.includes(key))),
  );
  return { ...Object(raw), services: stated };
};

/** A site's whole config after the check; the loader's part of it is the same. */
export const ownConfig = ({ raw }: Pick<Session, 'raw'>): OwnConfig => usable(statedOf(raw), ownSpec) ?? bare({});

/** The languages on offer: what ships, with the site's own names, then what the site brings. */
export const languagesOf = ({ texts = bare({}) }: OwnConfig): readonly Language[] => {
  // as a record can name them
  const brought = Object.keys(texts).filter(
    (code) => ownSpec.lang.test(code) && !languages.some((language) => language.code === code),
  );
  return [...languages, ...brought.map((code) => ({ code, name: code }))].map(({ code, name }) => ({
    code,
    name: texts[code]?.name ?? name,
  }));
};

/** Label of the button that opens the preferences. */
export const triggerIn = (lang: string, { texts = bare({}) }: OwnConfig): string =>
  texts[lang]?.trigger ?? triggers[lang] ?? texts[lang]?.name ?? lang;

/** What stands in place of an embed, with what the site says instead. */
export const embedTexts = ({ texts = bare({}) }: OwnConfig, lang: string, shipped: EmbedTexts): EmbedTexts =>
  merge(shipped, texts[lang]?.embed);

/** A site's own layer over what ships. */
export interface Own {
  readonly langs: readonly Language[];
  readonly policy: SitePolicy;
  readonly first: (lang: string, shipped: FirstLayer) => FirstLayer;
  /** With what is told of services, where there are some; the part that knows it is loaded. */
  readonly further: (
    lang: string,
    shipped: FurtherLayers,
    load: (name: 'service-choice') => Promise<Pick<Modules['service-choice'], 'serviceLayer'>>,
  ) => Promise<Further>;
  /** Loads the preferences, with the switches of services where there are some. */
  readonly preferences: (load: Load) => Promise<PreferencesModule>;
  readonly embed: (lang: string, shipped: EmbedTexts) => EmbedTexts;
  /** Hash of the notice that a layer's texts make. */
  readonly notice: (layer: Notice['layer'], lang: string, texts: unknown, asked?: Notice['asked']) => Promise<string>;
}

/** What the site's own is made from: a session, or a config apart from any page. */
export interface OwnSource extends Pick<Session, 'raw' | 'offer'> {
  readonly load: (name: 'sha256') => Promise<Modules['sha256']>;
}

/**
 * What the site brings, laid over what ships. A policy of its own is hashed as its config states it, over all its
 * languages; a new edition of TimeBot's that only a config knows of is such a policy too.
 */
export const ownOf = async (session: OwnSource, shipped: SitePolicy): Promise<Own> => {
  const { raw, offer } = session;
  const sha256: Sha256 = crypto.subtle ? platformSha256 : (await session.load('sha256')).sha256;
  const config = ownConfig(session);
  const { policy: own, texts = bare<NonNullable<OwnConfig['texts']>>({}) } = config;
  const operator = own?.operator;
  const policy = {
    ...shipped,
    hash: own ? await sha256(canonical(own)) : shipped.hash,
    id: own?.id ?? shipped.id,
    contact: own?.contact ?? shipped.contact,
    clauses: own?.purposes ? {} : shipped.clauses,
    operator: operator?.name && operator.id ? { name: operator.name, id: operator.id } : shipped.operator,
    data: own?.data?.slice(0, 32) ?? shipped.data, // as many as a record holds
  };
  return {
    langs: languagesOf(config),
    policy,
    first: (lang, { ui, policy: said }) => ({
      ui: merge(ui, texts[lang]?.banner),
      policy: merge(said, own?.texts?.[lang]?.banner),
    }),
    further: async (lang, { ui, policy: said }, load) => {
      const layers = {
        ui: merge(ui, texts[lang]?.preferences),
        policy: merge(said, own?.texts?.[lang]?.details),
      };
      if (!offer.services.length) return layers;
      const services = (await load('service-choice')).serviceLayer(raw, offer, lang);
      return { ...layers, services: { ...services, texts: merge(services.texts, texts[lang]?.services) } };
    },
    preferences: async (load) => {
      const [preferences, services] = await Promise.all([
        load('preferences'),
        offer.services.length ? load('service-choice') : undefined,
      ]);
      return services?.withServices(preferences) ?? preferences;
    },
    embed: (lang, shipped) => embedTexts(config, lang, shipped),
    notice: (layer, lang, said, asked) => sha256(canonical(noticeOf(lang, layer, policy, offer, said, asked))),
  };
};

/** What a site brings of its own: policy, texts, languages, services. Loaded only where there is such a thing. */
import { type Language } from '../locales/languages.js';
import type { EmbedTexts, FirstLayer, FurtherLayers } from '../locales/texts.js';
import { type Notice } from '../record/notice.js';
import type { Further, PreferencesModule } from '../ui/contract.js';
import type { SitePolicy } from './site.js';
import { type OwnConfig } from './own-spec.js';
import type { Load, Modules } from './modules.js';
import type { Session } from './session.js';
/** Whether any service has something for the engine to do. */
export declare const hasEngineWork: (raw: unknown) => boolean;
/** The config without what of its services only the engine reads. */
export declare const statedOf: (raw: unknown) => unknown;
/** A site's whole config after the check; the loader's part of it is the same. */
export declare const ownConfig: ({ raw }: Pick<Session, 'raw'>) => OwnConfig;
/** The languages on offer: what ships, with the site's own names, then what the site brings. */
export declare const languagesOf: ({ texts }: OwnConfig) => readonly Language[];
/** Label of the button that opens the preferences. */
export declare const triggerIn: (lang: string, { texts }: OwnConfig) => string;
/** What stands in place of an embed, with what the site says instead. */
export declare const embedTexts: ({ texts }: OwnConfig, lang: string, shipped: EmbedTexts) => EmbedTexts;
/** A site's own layer over what ships. */
export interface Own {
    readonly langs: readonly Language[];
    readonly policy: SitePolicy;
    readonly first: (lang: string, shipped: FirstLayer) => FirstLayer;
    /** With what is told of services, where there are some; the part that knows it is loaded. */
    readonly further: (lang: string, shipped: FurtherLayers, load: (name: 'service-choice') => Promise<Pick<Modules['service-choice'], 'serviceLayer'>>) => Promise<Further>;
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
export declare const ownOf: (session: OwnSource, shipped: SitePolicy) => Promise<Own>;

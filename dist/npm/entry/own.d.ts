/** What a site brings of its own: policy, texts, languages, services. Loaded only where there is such a thing. */
import { type Language } from '../locales/languages.js';
import type { FirstLayer, FurtherLayers } from '../locales/texts.js';
import { type Notice } from '../record/notice.js';
import type { SitePolicy } from './site.js';
import { type OwnConfig } from './own-spec.js';
import type { Session } from './session.js';
/** A site's whole config after the check; the loader's part of it is the same. */
export declare const ownConfig: ({ raw }: Pick<Session, 'raw'>) => OwnConfig;
/** The languages on offer: what ships, with the site's own names, then what the site brings. */
export declare const languagesOf: ({ texts }: OwnConfig) => readonly Language[];
/** Label of the button that opens the preferences. */
export declare const triggerIn: (lang: string, { texts }: OwnConfig) => string;
/** A site's own layer over what ships. */
export interface Own {
    readonly langs: readonly Language[];
    readonly policy: SitePolicy;
    readonly first: (lang: string, shipped: FirstLayer) => FirstLayer;
    readonly further: (lang: string, shipped: FurtherLayers) => FurtherLayers;
    /** Hash of the notice that a layer's texts make. */
    readonly notice: (layer: Notice['layer'], lang: string, texts: unknown) => Promise<string>;
}
/**
 * What the site brings, laid over what ships. A policy of its own is hashed as its config states it, over all its
 * languages; a new edition of TimeBot's that only a config knows of is such a policy too.
 */
export declare const ownOf: (session: Session, shipped: SitePolicy) => Promise<Own>;

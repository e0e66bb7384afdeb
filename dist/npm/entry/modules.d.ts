import type { FirstLayer, FurtherLayers } from '../locales/texts.js';
import type { Manifest } from '../services/manifest.js';
import type { ServiceName } from '../services/names.js';
interface First {
    readonly texts: FirstLayer;
    /** Hash of the notice that they make where a site adds nothing; the build puts it there. */
    readonly notice?: string;
}
interface Further {
    readonly texts: FurtherLayers;
    /** Likewise, together with the first layer's. */
    readonly notice?: string;
}
/** A ready-made service. */
type ServiceModules = {
    readonly [N in ServiceName as `service-${N}`]: {
        readonly manifest: Manifest;
    };
};
/** What is loaded only when it is needed. Each is one file of the script-tag build. */
export interface Modules extends ServiceModules {
    /** Lit, the first layer, and what makes and keeps the evidence of a click on it. */
    readonly banner: typeof import('./banner.js');
    /** When the page is idle: the trigger, other tabs, the outbox, a word to the owner. */
    readonly page: typeof import('./page.js');
    /** What is wrong, in words, for the site's owner. */
    readonly owner: typeof import('./owner.js');
    /** Decisions by the page's own scripts. */
    readonly script: typeof import('./script.js');
    /** The site's own policy, texts and languages. */
    readonly own: typeof import('./own.js');
    /** Puts ready-made services in their place, and runs the services of a site. */
    readonly services: typeof import('./services.js');
    /** Shows `<timebot-embed>`. */
    readonly embed: typeof import('./embed.js');
    /** A visitor's wish to see a service always. */
    readonly always: typeof import('./always.js');
    /** For people who look after the site: what is open, closed, told and undeclared. */
    readonly inspector: typeof import('./inspector.js');
    /** What a site with a config of its own needs when the page is idle. */
    readonly 'idle-config': typeof import('./idle-config.js');
    readonly preferences: typeof import('../ui/preferences.js');
    /** The preferences' part of sites that have services. */
    readonly 'service-choice': typeof import('./service-choice.js');
    /** Reads and checks the records of this device. */
    readonly history: typeof import('./history.js');
    /** Delivers what the first POST could not. */
    readonly outbox: typeof import('./delivery.js');
    /** SHA-256 where the platform has none: pages without https. */
    readonly sha256: typeof import('../record/sha256.js');
    readonly ru: First;
    readonly kk: First;
    readonly en: First;
    readonly 'ru-more': Further;
    readonly 'kk-more': Further;
    readonly 'en-more': Further;
}
export type ModuleName = keyof Modules;
/** Loads a part of the widget, once. Rejects where it cannot be had; a later call tries again. */
export type Load = <N extends ModuleName>(name: N) => Promise<Modules[N]>;
/** Loads by the module system: for npm users, whose bundler splits, and in development. */
export declare const loadModule: Load;
export {};

import type { Config } from './config.js';
/** The language to begin with: the config's, else the page's, else the visitor's first on offer, else Russian. */
export declare const languageFor: ({ lang, texts, }: {
    readonly lang?: string | undefined;
} & Pick<Config, 'texts'>) => string;

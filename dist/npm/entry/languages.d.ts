/** The language to begin with: the config's, else the page's, else the visitor's first on offer, else Russian. */
export declare function languageFor(config: {
    readonly lang?: string;
    readonly texts?: object;
}): string;
/** By attributes alone, which bring no texts: a language that ships. */
export declare function languageFor(attributes: Readonly<Record<string, string>>): 'ru' | 'kk' | 'en';

/** The language to begin with: the config's, else the page's, else the visitor's first on offer, else Russian. */
export declare const languageFor: ({ lang, texts }: {
    readonly lang?: string;
    readonly texts?: unknown;
}) => string;

export declare const native: <K extends keyof Document>(key: K) => Document[K];
/** All elements of the document that match, in document order. */
export declare const query: <E extends Element>(selector: string) => E[];
export declare const create: <K extends keyof HTMLElementTagNameMap>(tag: K) => HTMLElementTagNameMap[K];
/** Resolves once the parser has come far enough. A page's elements may stand in the way of neither event. */
export declare const parsed: () => Promise<unknown> | undefined;
/** The page's cookies; none where they are refused altogether, as in a sandboxed frame. */
export declare const cookies: () => string;
/** Writes a cookie, where they are not refused; returns the page's cookies after that. */
export declare const writeCookie: (cookie: string) => string;

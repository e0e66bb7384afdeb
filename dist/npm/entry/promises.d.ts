/** What a promise gives, or undefined once the patience is over or it has failed. */
export declare const within: <T>(promise: Promise<T>) => Promise<T | undefined>;

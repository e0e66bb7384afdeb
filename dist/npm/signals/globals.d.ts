/** Whether a function is the platform's own, or bound. */
export declare const isPlatform: (value: unknown) => boolean;
/** Whether a path may be used at all: whether it is one, and begins at a vendor's variable or a free name. */
export declare const isUsable: (path: string) => boolean;
/** What the page holds at a path, and what holds it; undefined where the path ends before, or is none of a vendor's. */
export declare const find: (path: string) => {
    readonly holder: object;
    readonly key: string;
    readonly value: unknown;
} | undefined;
/** Makes the value at a path; tells whether it is there. */
export declare const put: (path: string, value: unknown) => boolean;

/** A gated element of the page, or an embed. */
export interface Tag {
    /** What it is, e.g. `script https://…`. */
    readonly what: string;
    /** Purpose and service that it needs. */
    readonly needs: string;
    /** What has run is not stopped by a refusal. */
    readonly state: 'open' | 'closed' | 'has run';
    readonly why: string;
}
/** What the inspector shows of a page. In English, as its readers look after the site. */
export interface Report {
    readonly state: string;
    readonly purposes: readonly {
        readonly id: string;
        readonly open: boolean;
        readonly why: string;
        readonly fixed: boolean;
    }[];
    readonly tags: readonly Tag[];
    readonly services: readonly {
        readonly id: string;
        readonly allowed: boolean;
        readonly loaded: boolean;
        readonly why: string;
    }[];
    /** What vendors were told, in order. */
    readonly signals: readonly string[];
    /** Cookies, storage and hosts that no service declares. */
    readonly undeclared: readonly {
        readonly kind: string;
        readonly name: string;
    }[];
}
export interface Inspector {
    readonly show: (report: Report) => void;
}
/**
 * The panel of the site's owner and marketer: what is open or closed and why, what vendors were told, what nobody has
 * declared, and switches to try choices with.
 *
 * @param onTry what to try: the purposes that would be granted
 */
export declare const createInspector: (onTry: (granted: readonly string[]) => void) => Inspector;

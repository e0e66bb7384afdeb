/** The page's Trusted Types policy, or the identity where there are none. */
export interface Trusted {
    createScript(text: string): unknown;
    createScriptURL(url: string): unknown;
}
/** What the gate needs of its page and session. */
export interface GateDeps {
    /** Whether a purpose or service may run now; false when in doubt. */
    readonly allows: (id: string) => boolean;
    /** Whether the site offers a purpose or service of that id. */
    readonly known: (id: string) => boolean;
    /** Nonce of the loader: where it has one, a gated script needs the same, or the gate were a way around the page's CSP. */
    readonly nonce: string;
    readonly trusted: Trusted;
    readonly warn: (code: 'gate-unknown' | 'gate-address' | 'gate-nonce' | 'gate-types', value: unknown) => void;
}
export interface Gate {
    /** Opens what is allowed by now, in document order, and closes what no longer is. */
    readonly update: () => void;
}
/**
 * Holds back scripts, frames and images that are marked with `data-consent`, and lets them go once their purpose (and
 * service) is allowed. Scripts run in document order and once; a later withdrawal stops those that still wait.
 */
export declare const createGate: ({ allows, known, nonce, trusted, warn }: GateDeps) => Gate;

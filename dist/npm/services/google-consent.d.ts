import type { Step } from './manifest.js';
/**
 * What every Google tag is told. Denied comes first on every page; the choice follows at once where there is one. In advanced
 * mode the loader has told the first of these before anything else (entry/google-default.ts).
 */
export declare const googleConsent: {
    readonly default: readonly [{
        readonly call: 'gtag';
        readonly with: readonly ["consent", "default", {
            readonly region: '{region}';
            readonly wait_for_update: '{wait_for_update}';
        }];
    }, {
        readonly call: 'gtag';
        readonly with: readonly ['set', 'url_passthrough', '{url_passthrough}'];
    }, {
        readonly call: 'gtag';
        readonly with: readonly ['set', 'ads_data_redaction', '{ads_data_redaction}'];
    }];
    readonly grant: readonly Step[];
    readonly refusal: readonly Step[];
    readonly withdrawal: readonly Step[];
};
/** Settings of consent mode, by Google's own names. */
export declare const googleOptions: {
    /** ISO 3166-2 codes: where the default holds; everywhere where left out. */
    readonly region: {
        readonly type: 'list';
        readonly pattern: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$';
    };
    /** Milliseconds that Google's tags wait for the choice. */
    readonly wait_for_update: {
        readonly type: 'number';
    };
    readonly url_passthrough: {
        readonly type: 'boolean';
    };
    readonly ads_data_redaction: {
        readonly type: 'boolean';
    };
};
export declare const googleStubs: {
    readonly dataLayer: {
        readonly kind: 'list';
    };
    readonly gtag: {
        readonly kind: 'arguments';
        readonly queue: 'dataLayer';
    };
};

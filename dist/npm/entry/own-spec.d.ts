import { type Usable } from './config-spec.js';
/** The whole of what a config may hold: the loader's part, and the policy and texts that a site brings. */
export declare const ownSpec: {
    readonly endpoint: RegExp;
    readonly config: RegExp;
    readonly lang: RegExp;
    readonly layout: RegExp;
    readonly position: RegExp;
    readonly theme: RegExp;
    readonly trigger: RegExp;
    readonly policyUrl: RegExp;
    readonly off: RegExp;
    readonly cookieDomain: RegExp;
    readonly months: {
        readonly granted: 24;
        readonly refused: 24;
    };
    readonly purposes: {
        readonly '*': {
            readonly recipients: readonly [{
                readonly name: RegExp;
                readonly country: RegExp;
            }];
            readonly storage: {
                readonly '*': RegExp;
            };
        };
    };
    readonly services: readonly [{
        readonly id: RegExp;
        readonly purpose: RegExp;
        readonly name: RegExp;
        readonly recipient: RegExp;
        readonly country: RegExp;
        readonly storage: {
            readonly '*': RegExp;
        };
    }];
    readonly debug: true;
    readonly policy: {
        readonly edition: RegExp;
        readonly purposes: readonly [{
            readonly id: RegExp;
            readonly clauses: readonly [RegExp];
            readonly required: true;
            readonly needsService: true;
            readonly needsRecipient: true;
        }];
        readonly id: RegExp;
        readonly contact: RegExp;
        readonly operator: {
            readonly name: RegExp;
            readonly id: RegExp;
        };
        readonly data: readonly [RegExp];
        readonly texts: {
            readonly '*': {
                readonly banner: {
                    readonly summary: RegExp;
                    readonly changes: RegExp;
                    readonly purposes: {
                        readonly '*': RegExp;
                    };
                };
                readonly details: {
                    readonly purposes: {
                        readonly '*': RegExp;
                    };
                    readonly data: {
                        readonly '*': RegExp;
                    };
                    readonly clauses: {
                        readonly '*': RegExp;
                    };
                    readonly law: RegExp;
                    readonly rights: RegExp;
                    readonly term: RegExp;
                };
            };
        };
    };
    readonly texts: {
        readonly '*': {
            readonly name: RegExp;
            readonly trigger: RegExp;
            readonly banner: {
                readonly '*': RegExp;
            };
            readonly preferences: {
                readonly '*': RegExp;
            };
            readonly services: {
                readonly '*': RegExp;
            };
            readonly embed: {
                readonly '*': RegExp;
            };
        };
    };
};
/** A site's whole config after the check. */
export type OwnConfig = Usable<typeof ownSpec>;

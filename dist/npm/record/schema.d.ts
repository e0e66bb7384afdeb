/**
 * The record, version 1, as JSON Schema (2020-12): the one source of the TypeScript type, of validation in the widget
 * and in the collector, and of the contract published as `dist/record.schema.json`.
 *
 * The fields answer Law 94-V of Kazakhstan, article 8(4): operator (1), term (3), transfer (4), cross-border (5),
 * publication (6), list of data (7); and article 25(2)(5): the operator proves that consent was given.
 */
export declare const recordSchema: {
    readonly $schema: 'https://json-schema.org/draft/2020-12/schema';
    readonly title: 'Consent record, version 1';
    readonly type: 'object';
    readonly properties: {
        readonly v: {
            readonly const: 1;
        };
        readonly kind: {
            readonly const: 'decision';
        };
        readonly id: {
            readonly type: 'string';
            readonly pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
            readonly description: 'Made at the click; the idempotency key of delivery';
        };
        readonly subject: {
            readonly type: 'string';
            readonly pattern: '^[0-9a-f]{32}$';
            readonly description: 'Random 128 bits, made at the first decision; a capability: never in URLs or logs';
        };
        readonly seq: {
            readonly type: 'integer';
            readonly minimum: 1;
            readonly maximum: 1000000000;
        };
        readonly prev: {
            readonly pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
            readonly type: readonly ['string', 'null'];
            readonly description: 'id of the previous record';
        };
        readonly site: {
            readonly type: 'string';
            readonly pattern: '^(https?://[^/?#@\\s\\x00-\\x1f\\x7f]{1,255}|null)$';
            readonly description: 'Origin of the page';
        };
        readonly action: {
            readonly enum: readonly ['given', 'refused', 'changed', 'withdrawn', 'renewed'];
        };
        readonly actor: {
            readonly enum: readonly ['person', 'script'];
        };
        readonly gpc: {
            readonly type: 'boolean';
            readonly description: 'Whether Global Privacy Control was on';
        };
        readonly at: {
            readonly type: 'string';
            readonly pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z$';
        };
        readonly expires: {
            readonly type: 'string';
            readonly pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z$';
        };
        readonly policy: {
            readonly type: 'object';
            readonly properties: {
                readonly id: {
                    readonly type: 'string';
                    readonly pattern: '^[a-z][a-z0-9-]{0,39}$';
                };
                readonly edition: {
                    readonly type: 'string';
                    readonly pattern: '^\\d{4}-\\d\\d-\\d\\d$';
                };
                readonly hash: {
                    readonly type: 'string';
                    readonly pattern: '^[0-9a-f]{64}$';
                };
                readonly accepted: {
                    readonly type: 'boolean';
                };
            };
            readonly required: readonly ['id', 'edition', 'hash', 'accepted'];
            readonly additionalProperties: false;
        };
        readonly notice: {
            readonly type: 'object';
            readonly properties: {
                readonly lang: {
                    readonly type: 'string';
                    readonly pattern: '^[A-Za-z0-9_-]{2,35}$';
                };
                readonly layer: {
                    readonly enum: readonly ['banner', 'preferences', 'api'];
                };
                readonly hash: {
                    readonly type: 'string';
                    readonly pattern: '^[0-9a-f]{64}$';
                    readonly description: 'Of the exact texts shown: see notices.json';
                };
            };
            readonly required: readonly ['lang', 'layer', 'hash'];
            readonly additionalProperties: false;
        };
        readonly purposes: {
            readonly type: 'object';
            readonly propertyNames: {
                readonly pattern: '^[a-z][a-z0-9-]{0,39}$';
            };
            readonly additionalProperties: {
                readonly type: 'boolean';
            };
            readonly maxProperties: 64;
            readonly description: 'Every purpose offered';
        };
        readonly services: {
            readonly type: 'object';
            readonly propertyNames: {
                readonly pattern: '^[a-z][a-z0-9-]{0,39}$';
            };
            readonly additionalProperties: {
                readonly type: 'boolean';
            };
            readonly maxProperties: 64;
            readonly description: 'Every service offered';
        };
        readonly operator: {
            readonly type: 'object';
            readonly properties: {
                readonly name: {
                    readonly type: 'string';
                    readonly pattern: '^[^\\x00-\\x1f\\x7f]{1,200}$';
                };
                readonly id: {
                    readonly type: 'string';
                    readonly pattern: '^[^\\x00-\\x1f\\x7f]{1,40}$';
                };
            };
            readonly required: readonly ['name', 'id'];
            readonly additionalProperties: false;
        };
        readonly transfer: {
            readonly type: 'object';
            readonly properties: {
                readonly thirdParties: {
                    readonly type: 'boolean';
                };
                readonly crossBorder: {
                    readonly type: 'array';
                    readonly items: {
                        readonly type: 'string';
                        readonly pattern: '^[A-Z]{2}$';
                    };
                    readonly maxItems: 64;
                };
                readonly publication: {
                    readonly type: 'boolean';
                };
            };
            readonly required: readonly ['thirdParties', 'crossBorder', 'publication'];
            readonly additionalProperties: false;
        };
        readonly data: {
            readonly type: 'array';
            readonly items: {
                readonly type: 'string';
                readonly pattern: '^[a-z][a-z0-9-]{0,39}$';
            };
            readonly maxItems: 32;
            readonly description: 'Kinds of data covered; of clause 1.1.2: ip, cookie, browser, time, page';
        };
        readonly widget: {
            readonly type: 'string';
            readonly pattern: '^\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}([-+.][0-9A-Za-z.+-]{1,40})?$';
        };
    };
    readonly required: readonly ['v', 'kind', 'id', 'subject', 'seq', 'prev', 'site', 'action', 'actor', 'gpc', 'at', 'expires', 'policy', 'notice', 'purposes', 'services', 'operator', 'transfer', 'data', 'widget'];
    readonly additionalProperties: false;
};
/** Largest record that the widget sends and the endpoint takes, bytes of UTF-8. */
export declare const MAX_RECORD_BYTES = 8192;

import type { Schema } from '../record/schema-types.js';
export declare const NAME: {
    readonly type: 'string';
    readonly pattern: '^[^]{1,200}$';
};
/** One entry of what a service keeps. */
export declare const keptSchema: Schema;
/** What a config may say of a service that is no ready-made one, beyond what visitors are told. */
export declare const manifestSchema: Schema;

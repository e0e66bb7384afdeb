import type { Manifest, Option } from '../services/manifest.js';
import { type ServiceName } from '../services/names.js';
import type { Warn } from './config.js';
/** Gives the manifest of a ready-made service. */
export type LoadManifest = (name: `service-${ServiceName}`) => Promise<{
    readonly manifest: Manifest;
}>;
export declare const MODE: Option;
/** What an owner may say of a ready-made service in other words than ours; everything else is an option of it. */
export declare const OWN: readonly ['purpose', 'name', 'recipient', 'country', 'storage'];
/** What text has to look like to be an option, or an item of one. */
export declare const formOf: ({ type, pattern }: Option) => string | undefined;
/** The config with every `{ "use": … }` replaced by the service that it means; warns of each that means none. */
export declare const expandServices: (raw: unknown, load: LoadManifest, warn: Warn) => Promise<object>;

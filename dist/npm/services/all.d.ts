import type { Manifest } from './manifest.js';
import type { ServiceName } from './names.js';
export declare const manifests: Readonly<Record<ServiceName, Manifest>>;

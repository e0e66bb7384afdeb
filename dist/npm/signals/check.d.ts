import type { Manifest } from '../services/manifest.js';
/** A service of the site, ready to run. */
export interface Running {
    readonly id: string;
    readonly manifest: Manifest;
    /** What the owner configured of it. */
    readonly options: Readonly<Record<string, unknown>>;
}
/** Whether an address is https and of one of the hosts; `*.` stands for any subdomain. */
export declare const isAt: (url: string, hosts: readonly string[]) => boolean;
/** The address of a script with the owner's options in it; undefined where that is none of the manifest's hosts. */
export declare const addressOf: (template: string, { manifest, options }: Running) => string | undefined;
/** Why a service cannot be run, with the remedy; undefined where it can. */
export declare const flawOf: (running: Running) => string | undefined;

/** What the markup of an embed may ask for. Pure: attributes in, addresses and faults out. */
import type { Manifest } from '../services/manifest.js';
/**
 * The address of the frame that shows what `src` leads to; undefined where the service has none for it.
 *
 * @throws SyntaxError where a pattern of the site's own service is none
 */
export declare const frameOf: (src: string, { hosts, frames }: Pick<Manifest, 'hosts' | 'frames'>) => string | undefined;
/** The address of an owner's picture; undefined where it is none or belongs to a vendor, who would be asked for it. */
export declare const posterOf: (poster: string, base: string, hosts: readonly string[]) => string | undefined;
/** The features of an `allow` attribute, without the origins beside them: a frame gets them for its own address. */
export declare const featuresOf: (allow: string) => {
    readonly allowed: string;
    readonly refused: readonly string[];
};
/** A name among attributes that can only mean harm: a handler, or a document in place of the vendor's. */
export declare const harmful: (names: readonly string[]) => string | undefined;

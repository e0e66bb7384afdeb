import type { EditionCore } from '../model/editions.js';
import { type Offer } from '../model/offers.js';
import { configSpec, type Spec, type Usable } from './config-spec.js';
/** A site's config after the check: every part is present only where it is usable. */
export type Config = Usable<typeof configSpec>;
/** What is wrong, by its code (the texts are in `warnings.ts`), with the values that the text names. */
export type Warning = readonly [
    code: 'gate-unknown' | 'gate-address' | 'gate-nonce' | 'gate-types' | 'copy' | 'config-json' | 'config-url' | 'config-part' | 'listener' | 'view' | 'decision' | 'decide' | 'record' | 'service' | 'embed' | 'embed-part' | 'storage' | 'cookie-domain' | 'endpoint',
    ...values: unknown[]
];
/** Tells the owner what is wrong, once for each mistake. */
export type Warn = (...warning: Warning) => void;
/**
 * What is usable of a value, without a word: `diagnose` tells the owner of the rest when the page is idle. Objects come out
 * without a prototype, so that no key of a config reaches one.
 */
export declare const usable: (value: unknown, spec: Spec) => unknown;
/** The usable config of what an owner wrote, whatever that is. */
export declare const parseConfig: (value: unknown) => Config;
/**
 * What a site asks about on this page by its config, and by TimeBot's policy edition where the config says nothing else.
 * `off`: the purposes taken off the page, if not those of the config.
 */
export declare const offerBy: ({ policy, purposes: stated, services, months, off: configured }: Config, core: EditionCore, off?: string) => Offer;

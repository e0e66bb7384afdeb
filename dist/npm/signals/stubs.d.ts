import type { Stub } from '../services/manifest.js';
/** Puts a stub where the vendor's script, or the page's own snippet, has put nothing yet. */
export declare const putStub: (name: string, stub: Stub, now: () => number) => void;

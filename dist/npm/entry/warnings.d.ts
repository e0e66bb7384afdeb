import type { Warning } from './config.js';
/** Prints a warning. */
export declare const tell: ([code, ...values]: Warning) => void;

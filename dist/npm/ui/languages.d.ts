import { type TemplateResult } from 'lit';
import type { ConsentState } from './contract.js';
/** The language switch. Each name is in its own language and marked so, for those who read no other and for screen readers. */
export declare const languages: ({ lang, langs, first }: ConsentState) => TemplateResult;

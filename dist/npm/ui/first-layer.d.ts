import { type TemplateResult } from 'lit';
import type { ConsentState } from './contract.js';
/**
 * The banner: who asks for what, and three answers. Refusing and accepting are one element apart and share class and
 * part, so that neither a theme nor a site's stylesheet can make one heavier than the other. Where something is new on
 * offer, the two answer only that.
 */
export declare const firstLayer: (state: ConsentState) => TemplateResult;

import { type FurtherLayers } from '../locales/texts.js';
import type { ConsentState } from './contract.js';
/**
 * Address of a prefilled letter about the data of an account, which no click on this device can reach (clause 3.4.3;
 * Law 94-V, article 8(7)): who asks for what by which law, and the record that shows what was consented to.
 *
 * @param today ISO date, for a device that holds no record
 */
export declare const letter: ({ policy: { contact, operator }, record }: Pick<ConsentState, 'policy' | 'record'>, { ui, policy }: FurtherLayers, today: string) => string;

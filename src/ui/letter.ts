import { dateText, fill, type FurtherLayers } from '../locales/texts.js';
import type { ConsentState } from './contract.js';

/**
 * Address of a prefilled letter about the data of an account, which no click on this device can reach (clause 3.4.3;
 * Law 94-V, article 8(7)): who asks for what by which law, and the record that shows what was consented to.
 *
 * @param today ISO date, for a device that holds no record
 */
export const letter = (
  { policy: { contact, operator }, record }: Pick<ConsentState, 'policy' | 'record'>,
  { ui, policy }: FurtherLayers,
  today: string,
): string => {
  const values = {
    record: record?.id ?? ui.noRecord,
    date: dateText(record?.at ?? today),
    operator: operator.name,
    law: policy.law,
  };
  // RFC 6068: line breaks are CRLF, and nothing of a value may end its field
  const field = (text: string): string => encodeURIComponent(fill(text, values).replaceAll('\n', '\r\n'));
  const to = encodeURIComponent(contact).replaceAll('%40', '@');
  return `mailto:${to}?subject=${field(ui.letterSubject)}&body=${field(ui.letterBody)}`;
};

import { version } from './version.js';

const MARK = Symbol.for('timebot-consent');

/** Takes this page for this copy of the widget. False where another copy has it: the first one stays. */
export const claim = (): boolean => {
  const other: unknown = Reflect.get(document, MARK);
  if (other) console.warn('[timebot-consent] is here twice: load one of', other, version);
  return !other && Reflect.set(document, MARK, version);
};

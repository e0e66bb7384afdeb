import { version } from './version.js';

const MARK = Symbol.for('timebot-consent');

/** Takes this page for this copy of the widget. False where another copy has it: the first one stays. */
export const claim = (): boolean => {
  const other: unknown = Reflect.get(document, MARK);
  if (other === undefined) return Reflect.set(document, MARK, version);
  console.warn(
    `[timebot-consent] ${String(other)} runs already, ${version} stays off: load one`,
  );
  return false;
};

/** A word to the site's owner: loaded only where something is wrong. */
import { diagnose } from './diagnose.js';
import type { Session } from './session.js';
import { tell } from './warnings.js';

/** Mistakes that have been told, by session: a page may repeat one a thousand times. */
const told = new WeakMap<Session, Set<string>>();

const diagnosed = (session: Session): Set<string> => {
  diagnose(session.raw, session.core, (...warning) => session.warnings.unshift(warning));
  return new Set();
};

/** Prints all warnings that wait, and at the first call what is wrong with the config; each mistake once. */
export const tellWarnings = (session: Session): void => {
  const known = told.get(session) ?? diagnosed(session);
  told.set(session, known);
  for (const warning of session.warnings.splice(0)) {
    const mistake = warning.map(String).join('\n');
    if (!known.has(mistake)) tell(warning);
    known.add(mistake);
  }
};

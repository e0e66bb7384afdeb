/** A word to the site's owner: loaded only where something is wrong. */
import { diagnose } from './diagnose.js';
import type { Session } from './session.js';
import { tell } from './warnings.js';

/** Each mistake once: a page may repeat one a thousand times. */
const told = new Set<string>();

const diagnosed = new WeakSet<Session>();

/** Prints all warnings that wait, and at the first call what is wrong with the config. */
export const tellWarnings = (session: Session): void => {
  const { raw, core, warnings } = session;
  if (!diagnosed.has(session)) diagnose(raw, core, (...warning) => warnings.unshift(warning));
  diagnosed.add(session);
  for (const warning of warnings.splice(0)) {
    const mistake = warning.join();
    if (!told.has(mistake)) tell(warning);
    told.add(mistake);
  }
};

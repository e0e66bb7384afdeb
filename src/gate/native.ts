/*
 * The document's own properties, read past the elements whose `name` shadows them: `<img name="cookie">` makes
 * `document.cookie` an image, and a page may hold markup that its visitors wrote. Not by the name `Document`, in whose
 * place MooTools puts a class of its own.
 */

/** What documents inherit. */
const inherited = (): object => Object.getPrototypeOf(document);

export const native = <K extends keyof Document>(key: K): Document[K] => Reflect.get(inherited(), key, document);

/** All elements of the document that match, in document order. */
export const query = <E extends Element>(selector: string): E[] => {
  const find: (this: Document, selector: string) => NodeListOf<E> = native('querySelectorAll');
  return [...find.call(document, selector)];
};

export const create = <K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] => {
  const make: (this: Document, tag: K) => HTMLElementTagNameMap[K] = native('createElement');
  return make.call(document, tag);
};

/** Resolves once the parser has come far enough. A page's elements may stand in the way of neither event. */
export const parsed = (): Promise<unknown> | undefined =>
  native('readyState') === 'loading' ? new Promise((done) => addEventListener('DOMContentLoaded', done)) : undefined;

/** The page's cookies; none where they are refused altogether, as in a sandboxed frame. */
export const cookies = (): string => {
  try {
    return native('cookie');
  } catch {
    return '';
  }
};

/** Writes a cookie, where they are not refused; returns the page's cookies after that. */
export const writeCookie = (cookie: string): string => {
  try {
    Reflect.set(inherited(), 'cookie', cookie, document);
  } catch {
    // refused: it is not among them
  }
  return cookies();
};

/*
 * The globals of vendors' scripts. A manifest may come from a config, so what it names must be a vendor's: a plain
 * variable that a script of the page has made. Whatever the platform brings, `eval` and `document` among it, is none.
 */

const PATH = /^[A-Za-z_$][\w$]{0,63}(\.[A-Za-z_$][\w$]{0,63}){0,3}$/;
/** Ways from any object to its constructor or prototype. */
const FORBIDDEN = /(^|\.)(__\w+__|constructor|prototype)(\.|$)/;

/**
 * Functions of the platform that lie on the window as a script's own would. Known by name, since libraries put plain
 * functions in their place, as zone.js and Sentry do with timers: what runs text as code does so behind them too.
 */
const OPERATIONS = (
  'alert atob blur btoa cancelAnimationFrame cancelIdleCallback captureEvents clearInterval clearTimeout close confirm ' +
  'createImageBitmap fetch find focus getComputedStyle getSelection matchMedia moveBy moveTo open postMessage print prompt ' +
  'queueMicrotask releaseEvents reportError requestAnimationFrame requestIdleCallback resizeBy resizeTo scroll scrollBy ' +
  'scrollTo setInterval setTimeout stop structuredClone'
).split(' ');

/** Whether a function is the platform's own, or bound. */
export const isPlatform = (value: unknown): boolean =>
  typeof value === 'function' && /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(value));

/** Whether a name below `window` is a vendor's or free for one. */
const isVendors = (name: string): boolean => {
  if (OPERATIONS.includes(name)) return false;
  if (name.startsWith('timebotConsent')) return false; // or a manifest could grant itself what it needs
  const own = Object.getOwnPropertyDescriptor(window, name);
  // an element with that id is found between the two, and gives way to a variable
  if (!own) {
    const isTargets = Object.hasOwn(EventTarget.prototype, name) || isPlatform(Reflect.get(Object.prototype, name));
    // not by the name `Window`, in whose place MooTools puts a class of its own
    return !Object.hasOwn(Object.getPrototypeOf(window), name) && !isTargets;
  }
  return own.enumerable === true && Object.hasOwn(own, 'value') && own.value !== window && !isPlatform(own.value);
};

/** Whether a path may be used at all: whether it is one, and begins at a vendor's variable or a free name. */
export const isUsable = (path: string): boolean =>
  PATH.test(path) && !FORBIDDEN.test(path) && isVendors(path.split('.')[0] ?? '');

/** What the page holds at a path, and what holds it; undefined where the path ends before, or is none of a vendor's. */
export const find = (
  path: string,
): { readonly holder: object; readonly key: string; readonly value: unknown } | undefined => {
  if (!isUsable(path)) return undefined;
  const keys = path.split('.');
  const key = keys.pop() ?? '';
  let holder: unknown = window;
  for (const name of keys) {
    // only a variable of its own: what reads as one may be an element of that name
    if (holder === window && !Object.hasOwn(window, name)) return undefined;
    holder = Reflect.get(Object(holder), name);
  }
  if ((typeof holder !== 'object' && typeof holder !== 'function') || !holder) return undefined;
  const known = holder !== window || Object.hasOwn(window, key);
  return { holder, key, value: known ? Reflect.get(holder, key) : undefined };
};

/** Makes the value at a path; tells whether it is there. */
export const put = (path: string, value: unknown): boolean => {
  const found = find(path);
  return found !== undefined && Reflect.set(found.holder, found.key, value);
};

/*
 * What every stand-in for a vendor's script has: the server puts this before it, in place of the
 * import, within one function. `heard` is what the
 * vendor took, in the order in which it took it.
 */
export const ASKED = new URL(document.currentScript.src);
window.heard ??= [];

/** Takes a call of the page, as JSON. */
export const hear = (...call) => {
  window.heard.push(JSON.parse(JSON.stringify(call)));
};

/** Sends something about the visitor. */
export const hit = (url) => {
  new Image().src = url;
};

/** Leaves cookies of the site. */
export const keep = (...names) => {
  for (const name of names) document.cookie = `${name}=1; path=/; max-age=600`;
};

/*
 * Demo only: shows below each scenario which vendors were asked. The service worker tells of requests; of frames it knows
 * nothing, so the page's headers forbid those of vendors, and a local stand-in comes in the place of one that was refused.
 */
const asked = document.createElement('ol');
asked.id = 'asked';

const tell = (line) => {
  const item = document.createElement('li');
  item.textContent = line;
  asked.append(item);
};

navigator.serviceWorker.onmessage = ({ data: { method, address } }) => tell(`${method} ${address}`);

const framesIn = (root) => [
  ...root.querySelectorAll('iframe[src]'),
  ...[...root.querySelectorAll('timebot-embed')].flatMap(({ shadowRoot }) => (shadowRoot ? framesIn(shadowRoot) : [])),
];

addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  if (effectiveDirective !== 'frame-src') return;
  for (const frame of framesIn(document)) {
    const { host, origin, pathname, search } = new URL(frame.src);
    if (origin !== new URL(blockedURI).origin) continue;
    tell(`FRAME ${host}${pathname}${search}`);
    // a frame of its own: a navigation may be lost to that of the browser's error page, which comes at the same time
    const local = frame.cloneNode();
    local.src = `/vendors/${host}${pathname}${search}`;
    frame.replaceWith(local);
  }
});

/** As if the visitor had never been here. */
const forget = async () => {
  for (const { name } of await cookieStore.getAll()) await cookieStore.delete(name);
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  localStorage.clear(); // oxlint-disable-line no-restricted-globals -- what vendors keep there
  sessionStorage.clear();
  location.reload();
};

document.addEventListener('DOMContentLoaded', () => {
  const section = document.createElement('section');
  section.className = 'wrap asked';
  const heading = document.createElement('h2');
  heading.textContent = 'Vendors that were asked';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Start over as a new visitor';
  button.addEventListener('click', forget);
  section.append(heading, asked, button);
  // beside the body, since the page may render its body anew
  document.documentElement.append(section);
});

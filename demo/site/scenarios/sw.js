/*
 * Demo only: answers for the vendors, so that nothing of a scenario leaves this machine. A page's request to another host
 * goes to /vendors/<host>/… of the demo's own server and under the vendor's own address back to the page; every request is
 * told to the page that made it.
 */
addEventListener('install', () => skipWaiting());

const answerFor = async ({ request, clientId }, { host, pathname, search }) => {
  const client = await clients.get(clientId);
  client?.postMessage({ method: request.method, address: host + pathname + search });
  return fetch(`/vendors/${host}${pathname}${search}`, { cache: 'no-store' });
};

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) event.respondWith(answerFor(event, url));
  // tells the server that this browser may have the page
  else if (request.mode === 'navigate') event.respondWith(fetch(url, { headers: { 'x-stand-ins': 'ready' } }));
});

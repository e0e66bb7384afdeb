// Starts the service worker that answers for the vendors, then comes back for the page that was asked for.
const { serviceWorker } = navigator;
if (serviceWorker) {
  await serviceWorker.register('sw.js');
  await serviceWorker.ready;
  location.reload();
} else {
  document.querySelector('#status').textContent =
    'Scenarios need a service worker, which this browser has only at http://localhost or over https.';
}

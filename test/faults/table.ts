/*
 * The fault table: what can go wrong, and what then holds all the same. Plain data; the checks of the same names are in
 * checks/, and docs/faults.md is made from it.
 */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

export interface Fault {
  readonly id: string;
  /** What it belongs to. */
  readonly row: string;
  readonly fault: string;
  /** What holds, beside what holds for every fault. */
  readonly outcome: string;
  /** Why an engine, or its driver, cannot run it. Nothing else is ever left out. */
  readonly cannot?: Readonly<Partial<Record<EngineName, string>>>;
  /** Where the widget is known to fail, and how. */
  readonly fails?: Readonly<Partial<Record<EngineName, string>>>;
}

const NO_PROFILE = {
  webkit: 'a session of WebKitWebDriver is a private one: it has no profile to kill, keep or configure',
} as const;

const NO_PRERENDER = 'this engine does not prerender';

export const table = [
  // Database
  {
    id: 'idb-getter-throws',
    row: 'Database refused',
    fault: 'Reading `indexedDB` throws a SecurityError',
    outcome: 'The cookie holds the choice, the record arrives; next page and owner know',
  },
  { id: 'idb-absent', row: 'Database refused', fault: 'There is no `indexedDB`', outcome: 'The same' },
  {
    id: 'idb-open-throws',
    row: 'Database refused',
    fault: '`indexedDB.open` throws, not rejects',
    outcome: 'The same',
  },
  {
    id: 'idb-open-fails',
    row: 'Database refused',
    fault: 'Every opening of the database ends in an error, as in a private window',
    outcome: 'The same',
  },
  {
    id: 'storage-blocked',
    row: 'Database refused',
    fault: 'The browser is set to keep neither cookies nor site data',
    outcome: 'Grants wait for the endpoint and hold for this page; the next one asks',
    cannot: NO_PROFILE,
  },
  {
    id: 'opaque-origin',
    row: 'Database refused',
    fault: 'A sandboxed page without an origin: cookies and database throw',
    outcome: 'Grants wait for the endpoint and hold for this page; the next one asks',
  },
  {
    id: 'idb-refused-endpoint-down',
    row: 'Database refused',
    fault: 'Opening throws, and the endpoint is down at the click',
    outcome: 'The record stays in memory and arrives when the endpoint is back',
  },
  {
    id: 'idb-first-open-aborts',
    row: 'Failed open',
    fault: 'The upgrade of the first opening is aborted',
    outcome: 'It is opened again at once, and keeps the click',
  },
  {
    id: 'idb-open-hangs',
    row: 'Database hangs',
    fault: 'Opening is never answered: another tab loops in its upgrade',
    outcome: 'The banner answers, the cookie holds the choice, the record arrives',
  },
  {
    id: 'idb-open-late',
    row: 'Database hangs',
    fault: 'Opening is answered long after the click, and the endpoint is down at the click',
    outcome: 'The record arrives when the endpoint is back',
  },
  {
    id: 'idb-transaction-hangs',
    row: 'Database hangs',
    fault: 'The database opens, but another tab holds it at the click',
    outcome: 'Grants do not wait; the acknowledgement is filed once the database is free',
  },
  {
    id: 'idb-connection-dies',
    row: 'Connection dies',
    fault: 'The connection is closed under the widget between banner and click',
    outcome: 'A new connection keeps the record',
  },
  {
    id: 'idb-quota',
    row: 'Disk full',
    fault: 'Every write throws a QuotaExceededError (imitated: no engine fills up on demand)',
    outcome: 'The cookie holds the choice, the record arrives from memory; the owner is told',
  },
  {
    id: 'idb-null-error',
    row: 'Disk full',
    fault: 'The write ends without any error object, as in Chromium and Firefox on a full disk',
    outcome: 'The same',
  },
  {
    id: 'idb-evicted',
    row: 'Evicted or cleared',
    fault: 'The database is gone, the cookie is there',
    outcome: 'The cookie counts and becomes no record; a withdrawal goes on from its number',
  },
  {
    id: 'cookie-evicted',
    row: 'Evicted or cleared',
    fault: 'The cookie is gone, the database is there (Safari’s 7 days)',
    outcome: 'The records count, and the cookie comes back',
  },
  {
    id: 'all-cleared',
    row: 'Evicted or cleared',
    fault: 'Cookies and storage are cleared by `Clear-Site-Data`',
    outcome: 'It asks again; nothing comes back by itself',
  },
  {
    id: 'cleared-mid-session',
    row: 'Evicted or cleared',
    fault: 'Storage is cleared while the banner is open, which kills the connection',
    outcome: 'The click is kept in a new database and delivered',
  },
  {
    id: 'idb-corrupt',
    row: 'Corrupt values',
    fault: 'Records that are numbers, halves, lists, or forged grants of a higher number',
    outcome: 'They count for nothing, the owner is told, what is whole arrives',
  },
  {
    id: 'outbox-corrupt',
    row: 'Corrupt values',
    fault: 'Outbox entries that are no entries',
    outcome: 'They are made anew from the record, or go into quarantine, and hold up nothing',
  },
  {
    id: 'cookie-corrupt',
    row: 'Corrupt values',
    fault: 'Cookies of the right name with anything in them',
    outcome: 'They grant nothing; it asks',
  },
  {
    id: 'schema-older',
    row: 'Older or newer layout',
    fault: 'Cookie and records of an older layout',
    outcome: 'They grant nothing; it asks, and works',
  },
  {
    id: 'schema-newer',
    row: 'Older or newer layout',
    fault: 'Cookie and records of a newer layout',
    outcome: 'They grant nothing; it asks, and leaves what it does not understand',
  },
  {
    id: 'idb-newer-version',
    row: 'Older or newer layout',
    fault: 'The database has a higher version number',
    outcome: 'It is used as it is',
  },
  {
    id: 'idb-foreign',
    row: 'Foreign database',
    fault: 'A database of our name without our store',
    outcome: 'The cookie holds the choice, the record arrives; next page and owner know',
  },
  {
    id: 'idb-foreign-store',
    row: 'Foreign database',
    fault: 'A store of our name that takes other keys',
    outcome: 'The same',
  },
  {
    id: 'idb-upgraded-elsewhere',
    row: 'Foreign database',
    fault: 'Another script asks for a higher version while the banner is open',
    outcome: 'The click is kept and delivered; the script waits no longer than the page lives',
  },

  // Cookies
  {
    id: 'cookies-dropped',
    row: 'Cookies refused',
    fault: 'Cookies are accepted and forgotten',
    outcome: 'The database holds the choice and its withdrawal',
  },
  { id: 'cookies-throw', row: 'Cookies refused', fault: 'Reading and writing cookies throws', outcome: 'The same' },
  {
    id: 'cookies-and-idb-refused',
    row: 'Cookies refused',
    fault: 'Neither cookies nor database',
    outcome: 'Grants wait for the acknowledgement, and hold for this page only',
  },
  {
    id: 'cookies-and-idb-refused-endpoint-down',
    row: 'Cookies refused',
    fault: 'Neither cookies nor database, and the endpoint is down',
    outcome: 'Nothing is granted before the endpoint is back',
  },
  {
    id: 'cookie-domain',
    row: 'Cookies refused',
    fault: 'The config shares the cookie with a domain that is not the site’s',
    outcome: 'The cookie is kept for this host alone; the owner is told',
  },

  // Tabs
  {
    id: 'tabs-hear',
    row: 'Several tabs',
    fault: 'One tab accepts and withdraws while another asks',
    outcome: 'The other follows, both times',
  },
  {
    id: 'tabs-fork',
    row: 'Several tabs',
    fault: 'Two tabs decide differently without hearing each other',
    outcome: 'Both are recorded, the lesser consent holds',
  },
  {
    id: 'tabs-deaf',
    row: 'Several tabs',
    fault: 'No BroadcastChannel',
    outcome: 'The other tab takes up the choice when it is looked at',
  },
  {
    id: 'tabs-without-locks',
    row: 'Several tabs',
    fault: 'No Web Locks: two tabs deliver the same record',
    outcome: 'Sent twice, stored once',
  },

  // Leaving
  {
    id: 'click-navigate',
    row: 'Navigation in the click’s task',
    fault: 'The page navigates in the click’s own task',
    outcome: 'The record arrives',
  },
  {
    id: 'click-navigate-endpoint-down',
    row: 'Navigation in the click’s task',
    fault: 'The same, and the endpoint breaks the connection',
    outcome: 'The record is in the outbox and arrives from the next page',
  },
  {
    id: 'click-navigate-answer-lost',
    row: 'Navigation in the click’s task',
    fault: 'The same, and the record is stored but its answer is lost',
    outcome: 'Stored once',
  },
  {
    id: 'click-navigate-busy',
    row: 'Navigation in the click’s task',
    fault: 'The same on a page that works on for 300 ms after the click',
    outcome: 'The record is in the outbox and arrives from the next page',
  },
  {
    id: 'click-navigate-reading',
    row: 'Navigation in the click’s task',
    fault: 'The same while the widget reads a database that takes a second to answer',
    outcome: 'The record is in the outbox and arrives from the next page',
  },
  {
    id: 'click-reload',
    row: 'Navigation in the click’s task',
    fault: 'The page reloads itself in the click’s own task, endpoint down',
    outcome: 'The reloaded page knows the choice; the record arrives',
  },
  { id: 'click-close', row: 'Tab closes', fault: 'The tab is closed at the click', outcome: 'The record arrives' },
  {
    id: 'click-close-endpoint-down',
    row: 'Tab closes',
    fault: 'The same, and the endpoint breaks the connection',
    outcome: 'The record is in the outbox and arrives from the next page',
  },
  {
    id: 'click-close-no-answer',
    row: 'Tab closes',
    fault: 'The same, and the endpoint does not answer',
    outcome: 'The record is in the outbox and arrives from the next page',
  },
  {
    id: 'click-close-slow-preflight',
    row: 'Tab closes',
    fault: 'The endpoint is another origin, and never answers a preflight',
    outcome: 'There is none; the record arrives',
  },
  {
    id: 'click-close-crowded',
    row: 'Tab closes',
    fault: 'The page has taken every connection to the endpoint’s host, and nobody comes back',
    outcome: 'The record arrives once they are free, after the page',
  },
  {
    id: 'browser-killed',
    row: 'Browser killed',
    fault: 'SIGKILL for the whole browser as soon as the banner is seen to have gone',
    outcome: 'The record is on the server, or the next start delivers it',
    cannot: NO_PROFILE,
  },
  {
    id: 'browser-killed-endpoint-down',
    row: 'Browser killed',
    fault: 'The same, and the endpoint breaks the connection',
    outcome: 'The next start delivers the record',
    cannot: NO_PROFILE,
  },
  {
    id: 'bfcache',
    row: 'Back/forward cache',
    fault: 'Consent is withdrawn in another tab, then back to a page that was frozen with it',
    outcome: 'The thawed page reads the cookie again and closes',
  },
  {
    id: 'prerender',
    row: 'Prerendering',
    fault: 'The page is prepared before there is a visitor',
    outcome: 'No question, no grant, no record before the visitor comes',
    cannot: { firefox: NO_PRERENDER, webkit: NO_PRERENDER },
  },

  // Network
  {
    id: 'offline',
    row: 'Offline',
    fault: 'The server refuses connections at the click',
    outcome: 'Decided locally; the record arrives once the browser tells that it is `online`',
  },
  {
    id: 'offline-chunks-missing',
    row: 'Offline',
    fault: 'The part that delivers cannot be loaded any more',
    outcome: 'The record waits in the outbox',
  },
  { id: 'dns', row: 'No connection', fault: 'The endpoint’s name does not resolve', outcome: 'Kept, and sent again' },
  {
    id: 'reset',
    row: 'No connection',
    fault: 'The connection breaks before the answer',
    outcome: 'Kept, and sent again',
  },
  {
    id: 'answer-lost',
    row: 'No connection',
    fault: 'The connection breaks after the record was stored',
    outcome: 'Sent again, stored once',
  },
  {
    id: 'answer-breaks-off',
    row: 'No connection',
    fault: 'The answer breaks off in its middle',
    outcome: 'It acknowledges nothing; sent again, stored once',
  },
  {
    id: 'no-answer',
    row: 'Slow endpoint',
    fault: 'The endpoint never answers',
    outcome: 'Nothing that is seen waits for it; given up after ten seconds, sent again',
  },
  {
    id: 'answer-late',
    row: 'Slow endpoint',
    fault: 'The endpoint answers after the widget has given up',
    outcome: 'Sent again, stored once',
  },
  {
    id: 'cors',
    row: 'CORS',
    fault: 'Another origin stores the record but lets nobody read its answer',
    outcome: 'Kept, sent again, stored once',
  },
  {
    id: 'keepalive-quota',
    row: 'No connection',
    fault: 'The page has used up what an engine allows for keepalive requests',
    outcome: 'Sent without keepalive at once',
  },
  {
    id: 'fetch-throws',
    row: 'No connection',
    fault: 'The page’s own `fetch` throws, at the click and after',
    outcome: 'Kept, and sent again from this page',
  },
  {
    id: 'csp-connect',
    row: 'No connection',
    fault: 'The page’s policy forbids connections (`connect-src`)',
    outcome: 'Kept, and sent from the next page',
  },
  {
    id: 'captive-portal',
    row: 'Endpoint: something else answers',
    fault: '200 with HTML, as a captive portal or a catch-all route answers',
    outcome: 'No acknowledgement; kept, tried hourly, the owner told',
  },
  {
    id: 'redirect',
    row: 'Endpoint: something else answers',
    fault: 'A redirect, 302 or 307',
    outcome: 'Not followed; kept, tried hourly, the owner told',
  },
  {
    id: 'not-there',
    row: 'Endpoint: something else answers',
    fault: '404, 405, 410',
    outcome: 'Kept, tried hourly, the owner told',
  },
  {
    id: 'not-allowed',
    row: 'Endpoint: something else answers',
    fault: '401, 403',
    outcome: 'Kept, tried hourly, the owner told',
  },
  {
    id: 'other-success',
    row: 'Endpoint: something else answers',
    fault: '202, 204',
    outcome: 'No acknowledgement; kept, tried hourly, the owner told',
  },
  {
    id: 'wrong-id',
    row: 'Endpoint: something else answers',
    fault: '200 or 201 with another id, with none, with `null`',
    outcome: 'No acknowledgement; kept, tried hourly, the owner told',
  },
  {
    id: 'refused-record',
    row: 'Endpoint: refuses the record',
    fault: '400, 413, 415, 422',
    outcome: 'Dead letter: kept, told, tried daily',
  },
  {
    id: 'conflict',
    row: 'Endpoint: refuses the record',
    fault: '409: the id is taken by other bytes',
    outcome: 'Dead letter: kept, told, tried daily',
  },
  {
    id: 'server-error',
    row: 'Endpoint: cannot just now',
    fault: '500 with HTML, 502, 503, 504',
    outcome: 'Kept, and sent after a pause that grows',
  },
  {
    id: 'too-many',
    row: 'Endpoint: cannot just now',
    fault: '408, 425, 429',
    outcome: 'Kept, and sent after a pause that grows',
  },
  {
    id: 'retry-after',
    row: 'Endpoint: cannot just now',
    fault: '429 or 503 with `Retry-After`',
    outcome: 'Not sent before, not from other pages either',
  },
  {
    id: 'retry-after-nonsense',
    row: 'Endpoint: cannot just now',
    fault: '`Retry-After` of words, negative, zero',
    outcome: 'The usual pause',
  },
  {
    id: 'retry-after-for-ever',
    row: 'Endpoint: cannot just now',
    fault: '`Retry-After` of three thousand years',
    outcome: 'A day at most',
  },
  {
    id: 'seen-before',
    row: 'Endpoint: acknowledges',
    fault: '200 for a record that it has already',
    outcome: 'Acknowledged; stored once',
  },
  {
    id: 'no-endpoint',
    row: 'Endpoint: none',
    fault: 'No endpoint is configured',
    outcome: 'The choice holds, the record is kept, the owner told; it is sent once there is one',
  },
  {
    id: 'bad-endpoint',
    row: 'Endpoint: none',
    fault: 'The endpoint is no address that can be posted to',
    outcome: 'The choice holds, the record is kept; it is sent once there is one',
  },

  // Clock
  { id: 'clock-day-ahead', row: 'Clock', fault: 'A day ahead at the click', outcome: 'The choice holds' },
  { id: 'clock-day-behind', row: 'Clock', fault: 'A day behind at the click', outcome: 'The choice holds' },
  {
    id: 'clock-years-ahead',
    row: 'Clock',
    fault: 'Ten years ahead at a consent',
    outcome: 'Under the right clock it grants nothing and asks again',
  },
  {
    id: 'clock-years-ahead-refusal',
    row: 'Clock',
    fault: 'Ten years ahead at a refusal',
    outcome: 'The refusal stands',
  },
  {
    id: 'clock-years-behind',
    row: 'Clock',
    fault: 'Ten years behind at a consent',
    outcome: 'Under the right clock it has run out and asks again',
  },
  {
    id: 'clock-set-back-while-waiting',
    row: 'Clock',
    fault: 'A pause is noted under a clock that is years ahead, and the clock set right',
    outcome: 'The record is sent now, not in years',
  },
  { id: 'expired', row: 'Clock', fault: 'The term of a consent has run out', outcome: 'Nothing is granted; it asks' },

  // The widget's own files
  {
    id: 'locale-missing',
    row: 'Texts',
    fault: 'The texts of the visitor’s language are missing',
    outcome: 'It asks in Russian; the record says so',
  },
  { id: 'locale-unknown', row: 'Texts', fault: 'A language that nobody has', outcome: 'It asks in Russian' },
  {
    id: 'chunk-missing',
    row: 'Chunks',
    fault: 'The banner’s file is not found',
    outcome: 'Nothing is granted, the page works, the owner is told',
  },
  {
    id: 'chunk-blocked',
    row: 'Chunks',
    fault: 'The banner’s file is blocked or breaks off',
    outcome: 'Nothing is granted, the page works, the owner is told',
  },
  {
    id: 'chunk-altered',
    row: 'Chunks',
    fault: 'The banner’s file was altered',
    outcome: 'It never runs; nothing is granted, the owner is told',
  },
  {
    id: 'chunk-hangs',
    row: 'Chunks',
    fault: 'The banner’s file never comes',
    outcome: 'Nothing is granted, the page works',
  },
  {
    id: 'page-chunk-missing',
    row: 'Chunks',
    fault: 'The file of the idle page is missing',
    outcome: 'The choice holds; the record is posted and stays in the outbox',
  },
  {
    id: 'history-chunk-missing',
    row: 'Chunks',
    fault: 'The file that checks records is missing, and the cookie is gone',
    outcome: 'No record is believed; it asks',
  },
  {
    id: 'preferences-chunk-missing',
    row: 'Chunks',
    fault: 'The preferences’ file is missing',
    outcome: 'The owner is told; the banner works on',
  },
  {
    id: 'script-twice',
    row: 'Script twice',
    fault: 'The page has the script twice',
    outcome: 'One element, one record, each tag once; the owner is told',
  },
  {
    id: 'two-versions',
    row: 'Script twice',
    fault: 'The page has two versions of it',
    outcome: 'The first stays; the owner is told of the second',
  },
  {
    id: 'element-name-taken',
    row: 'Script twice',
    fault: 'The page has an element of that name already',
    outcome: 'No banner; nothing is granted, nothing is thrown, the owner is told',
  },

  // The host page
  {
    id: 'element-removed',
    row: 'Host page rebuilds itself',
    fault: 'The body is emptied while the banner is open',
    outcome: 'The banner comes back',
  },
  {
    id: 'element-removed-for-ever',
    row: 'Host page rebuilds itself',
    fault: 'The page removes the banner whenever it comes',
    outcome: 'At most three times a second; nothing granted, the next page asks',
  },
  {
    id: 'element-moved',
    row: 'Host page rebuilds itself',
    fault: 'The page puts the banner elsewhere',
    outcome: 'It works there',
  },
  {
    id: 'trigger-removed',
    row: 'Host page rebuilds itself',
    fault: 'The body is emptied after the choice',
    outcome: 'Links to the preferences work, and the button comes back',
  },
  {
    id: 'head-replaced',
    row: 'Host page rebuilds itself',
    fault: 'The head is emptied while the banner is open',
    outcome: 'Further parts load all the same',
  },
  {
    id: 'clobbered-document',
    row: 'Clobbering',
    fault: 'Elements named like the document’s own properties that the widget reads',
    outcome: 'It works, and nothing else is granted',
  },
  {
    id: 'clobbered-window',
    row: 'Clobbering',
    fault: 'Elements named like the window’s, and like the widget’s API',
    outcome: 'It works, and nothing else is granted; Google is told',
  },
  {
    id: 'clobbered-current-script',
    row: 'Clobbering',
    fault: 'A form named `currentScript` with fields named `src` and `tagName`',
    outcome: 'Chunks come from the script’s own address',
  },
  {
    id: 'clobbered-config',
    row: 'Clobbering',
    fault: 'Elements that look like a config',
    outcome: 'Only a script of JSON is one',
  },
  {
    id: 'clobbered-form',
    row: 'Clobbering',
    fault: 'A click on a form whose fields are named `closest` and `matches`',
    outcome: 'Nothing is thrown',
  },
  {
    id: 'clobbered-lit',
    row: 'Clobbering',
    fault: 'An element named `createElement`, which Lit itself needs',
    outcome: 'No banner; nothing is granted but what was before',
  },
  {
    id: 'prototype-polluted',
    row: 'Hostile scripts',
    fault: '`Object.prototype` holds grants, an endpoint, a delivery',
    outcome: 'They count for nothing',
  },
  {
    id: 'natives-extended',
    row: 'Hostile scripts',
    fault: 'Old libraries extend arrays and objects, and change what arrays are as JSON',
    outcome: 'The choice holds; the record arrives',
  },
  {
    id: 'classes-taken',
    row: 'Hostile scripts',
    fault: 'An old library has classes of its own as `Document`, `Window`, `Element`, `Event`',
    outcome: 'The choice holds; the record arrives',
  },
  {
    id: 'names-taken',
    row: 'Hostile scripts',
    fault: '`MutationObserver`, `URL` or `WeakSet` is a variable of the page’s own',
    outcome: 'Nothing is granted, nothing is thrown; the owner is told',
  },
  {
    id: 'host-css',
    row: 'Host styles',
    fault: '`* { all: unset !important; display: none !important }`',
    outcome: 'The banner is seen and works',
  },
  {
    id: 'csp-style-none',
    row: 'Content Security Policy',
    fault: "`style-src 'none'`",
    outcome: 'Banner and button have their styles',
  },
  {
    id: 'csp-nonce',
    row: 'Content Security Policy',
    fault: 'A nonce, `strict-dynamic`, everything else from the own origin',
    outcome: 'It works',
  },
  {
    id: 'csp-blocks-chunks',
    row: 'Content Security Policy',
    fault: 'The policy blocks the script',
    outcome: 'Nothing gated runs, the page works',
  },
  {
    id: 'trusted-types',
    row: 'Trusted Types',
    fault: 'A list without Lit’s policy',
    outcome: 'No banner; nothing is granted but what was before',
  },
  {
    id: 'trusted-types-twice',
    row: 'Trusted Types',
    fault: 'The page has taken Lit’s policy name, and duplicates are not allowed',
    outcome: 'No banner; nothing is granted but what was before',
  },
  {
    id: 'trusted-types-without-ours',
    row: 'Trusted Types',
    fault: 'A list without the widget’s policy',
    outcome: 'Nothing is granted, nothing is thrown',
  },
  {
    id: 'plain-http',
    row: 'No secure context',
    fault: 'A page over http: no locks, no `randomUUID`, no `subtle`',
    outcome: 'All of it works, withdrawal and own texts included',
  },
  {
    id: 'no-channel-no-locks-no-uuid',
    row: 'No secure context',
    fault: 'No channel, no locks, no `randomUUID`, no `subtle`',
    outcome: 'It works',
  },

  // Config
  {
    id: 'config-json-broken',
    row: 'Hostile config',
    fault: 'Inline JSON that is no JSON, or no object',
    outcome: 'It asks, grants nothing on this page, tells the owner',
  },
  {
    id: 'config-own-properties',
    row: 'Hostile config',
    fault: 'JSON with `__proto__`, `constructor`, `toString`',
    outcome: 'They are no settings and change no prototype; the owner is told of each',
  },
  {
    id: 'config-flaws',
    row: 'Hostile config',
    fault: 'Settings of unknown names, wrong types, endless values, `javascript:` addresses',
    outcome: 'Banner and record are those of the defaults; the owner is told of each',
  },
  {
    id: 'config-markup',
    row: 'Hostile config',
    fault: 'Markup in names and texts',
    outcome: 'It is shown as text',
  },
  {
    id: 'config-url-missing',
    row: 'Config address',
    fault: 'It is not found',
    outcome: 'It asks, grants nothing on this page, tells the owner',
  },
  { id: 'config-url-html', row: 'Config address', fault: 'It is HTML', outcome: 'The same' },
  {
    id: 'config-url-hangs',
    row: 'Config address',
    fault: 'It does not answer',
    outcome: 'It asks after five seconds, grants nothing on this page',
  },
  {
    id: 'config-url-lost-later',
    row: 'Config address',
    fault: 'It worked before, and is HTML now',
    outcome: 'The last valid copy is asked about; nothing is granted on this page',
  },
  {
    id: 'config-late',
    row: 'Config address',
    fault: 'The inline config comes after the script',
    outcome: 'Everything waits for it, closed',
  },
  {
    id: 'markup-unknown-purpose',
    row: 'Hostile config',
    fault: 'Gated markup of purposes that nobody offers',
    outcome: 'It stays closed; the owner is told',
  },
  {
    id: 'api-nonsense',
    row: 'Hostile scripts',
    fault: 'Calls with nonsense, listeners that throw',
    outcome: 'Nothing is granted by them; the owner is told',
  },
] as const satisfies readonly Fault[];

export type FaultId = (typeof table)[number]['id'];

/** The table as what it is. */
export const faults: readonly Fault[] = table;

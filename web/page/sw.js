// Service worker: the app without a network. VERSION and FILES are filled in by make_site.mjs.
//
// A version is precached whole, each file checked by its hash, or not installed at all; then it answers only from its
// own cache. A newer version waits until the person asks for it or the last tab is closed, so no page ever sees files of
// two versions. Requests for anything that is not a file of the app (the desk's API) are left alone.

const VERSION = '__VERSION__';
const FILES = ['__FILES__'];  // [path from the scope, SHA-256 in hexadecimal]
const CACHE = `pingshen-${VERSION}`;

const scope = self.registration.scope;
const known = new Set(FILES.map(([path]) => new URL(path, scope).href));
const home = new URL('index.html', scope).href;

async function fetchChecked(path, sha256) {
  const url = new URL(path, scope);
  // Not from the HTTP cache unless the server confirms it; never a file of another version.
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok || response.redirected) throw new Error(`${path}: HTTP ${response.status}`);
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== sha256) throw new Error(`${path}: not the file of version ${VERSION}`);
  return [url.href, response];
}

async function install() {
  const responses = await Promise.all(FILES.map(([path, sha256]) => fetchChecked(path, sha256)));
  const cache = await caches.open(CACHE);
  await Promise.all(responses.map(([url, response]) => cache.put(url, response)));
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('pingshen-') && name !== CACHE)
    .map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(url) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(url);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', ({ data }) => { if (data === 'activate') self.skipWaiting(); });
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  const url = new URL(event.request.url);
  url.hash = '';
  if (url.href === scope || (event.request.mode === 'navigate' && url.origin + url.pathname === scope)) {
    event.respondWith(answer(home));
  } else if (known.has(url.href)) {
    event.respondWith(answer(url.href));
  }
});

// Serves the measuring page:  node tests/bench/page/serve.mjs FORMS_FOLDER [PORT] [PAGE_FOLDER]
//   /             PAGE_FOLDER: build/web/bench, made by the target bench_page of the preset web
//   /forms/N/…    FORMS_FOLDER/N: spec.json and draft.json of a form of N items
// Isolated from other origins, which is what gives the page timers of 5 µs instead of 100 µs; the app itself needs no such
// headers. Prints the address; ends with the process.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [forms, port = '0', page = join(dirname(fileURLToPath(import.meta.url)), '../../../build/web/bench')] =
  process.argv.slice(2);
if (!forms) {
  console.error('usage: node tests/bench/page/serve.mjs FORMS_FOLDER [PORT] [PAGE_FOLDER]');
  process.exit(2);
}

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json',
};
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin', 'cache-control': 'max-age=3600',
};

// "/../x" is "/x" once it is normal: nothing outside the two folders has a path.
function fileOf(url) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  if (path.startsWith('/forms/')) return join(resolve(forms), path.slice('/forms/'.length));
  return join(resolve(page), path === '/' ? 'index.html' : path);
}

const server = createServer((request, response) => {
  let bytes;
  let file;
  try {
    file = fileOf(request.url);
    bytes = readFileSync(file);
  } catch {
    response.writeHead(404, HEADERS).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': bytes.length, ...HEADERS,
  });
  response.end(bytes);
});
server.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));

// A static host like any other: serves one folder, with no special headers. For tests only.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

// `folder()` is asked anew for each request, so that a test can publish another version.
// Gives {url, requests: paths asked for, close()}.
export async function serveFolder(folder) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    const file = join(folder(), path.endsWith('/') ? `${path}index.html` : path);
    let stat;
    try {
      stat = statSync(file);
    } catch { /* answered below */ }
    if (!stat?.isFile() || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': stat.size,
      'cache-control': /\/v-[0-9a-f]{12}\//.test(path) ? 'max-age=31536000, immutable' : 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    requests,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}

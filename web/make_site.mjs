// Puts the static site together:  node make_site.mjs SOURCE_DIR GLUE_JS WASM OUT_DIR
//
//   OUT_DIR/index.html, sw.js, app.webmanifest, icon.svg     fixed names
//   OUT_DIR/v-<hash>/…                                       everything else, named by its content
//
// A page only ever asks for files of its own folder, so files of two versions cannot meet even where no service worker
// runs yet, and a server may let browsers keep the folder for ever.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [source, glue, wasm, out] = process.argv.slice(2);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const read = (...path) => readFileSync(join(...path));

// Comments and indentation; strings and templates over several lines do not occur in our modules.
function strip(text) {
  return text.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('//')).join('\n') + '\n';
}

// The ERR_PAGE_ rows: shown before, or without, the program that holds the whole table.
function pageSentences() {
  const rows = read(source, 'core/base/error_codes.inc').toString()
    .matchAll(/^PINGSHEN_ERROR\((ERR_PAGE_\w+), ("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*"), \d{3}\)$/gm);
  const table = Object.fromEntries([...rows].map(([, code, zh, en]) => [code, { zh: JSON.parse(zh), en: JSON.parse(en) }]));
  if (!table.ERR_PAGE_CRASH) throw new Error('error_codes.inc has no ERR_PAGE_ rows');
  return JSON.stringify(table).replaceAll('<', '\\u003c');
}

const versioned = new Map([['app.js', readFileSync(glue)], ['app.wasm', readFileSync(wasm)]]);
const pages = join(source, 'web/page');
for (const name of readdirSync(pages).sort()) {
  if (name.endsWith('.js') && name !== 'sw.js') versioned.set(name, Buffer.from(strip(read(pages, name).toString())));
}
const fixed = new Map(['app.webmanifest', 'icon.svg'].map((name) => [name, read(source, 'web', name)]));
const shell = read(source, 'shell.html').toString();
const worker = strip(read(pages, 'sw.js').toString());

const hash = createHash('sha256');
for (const [name, bytes] of [...versioned, ...fixed]) hash.update(`${name} ${sha256(bytes)}\n`);
const sentences = pageSentences();
const version = `v-${hash.update(shell).update(worker).update(sentences).digest('hex').slice(0, 12)}`;

// What boot.js imports, so that all of it is asked for at once. The worker's own files cannot be preloaded from here.
const preloads = ['boot', 'drawing', 'failure', 'files', 'input', 'mirror', 'panel', 'pictures', 'position', 'scan', 'services', 'sheet',
  'tabs', 'text', 'update']
  .map((name) => `<link rel="modulepreload" href="${version}/${name}.js">`).join('\n');
const fill = (text, mark, value) => {
  if (!text.includes(mark)) throw new Error(`${mark} is missing`);
  return text.replaceAll(mark, () => value);
};
let index = fill(shell, '<!--VERSION-->', version);
index = fill(fill(index, '<!--PRELOADS-->', preloads), '<!--SENTENCES-->', sentences);

const files = new Map([['index.html', Buffer.from(index)], ...fixed]);
for (const [name, bytes] of versioned) files.set(`${version}/${name}`, bytes);
const list = [...files].map(([name, bytes]) => [name, sha256(bytes)]);
files.set('sw.js', Buffer.from(fill(fill(worker, '__VERSION__', version), "['__FILES__']", JSON.stringify(list))));

const part = `${out}.part`;
rmSync(part, { recursive: true, force: true });
for (const [name, bytes] of files) {
  mkdirSync(dirname(join(part, name)), { recursive: true });
  writeFileSync(join(part, name), bytes);
}
rmSync(out, { recursive: true, force: true });
renameSync(part, out);
console.log(`${out}: version ${version}`);

// Runs the browser tests, two files at a time:  node tests/browser/run.mjs [name…]
// What a file prints is printed whole when it ends.
// Environment: PINGSHEN_WEB_DIST (the built site), PINGSHEN_DESK (the program `pingshen`), PINGSHEN_CHROMIUM.
// Shared: lib.mjs, browsers.mjs, shared_browser.mjs, static_server.mjs, steps.mjs, village_clinic.mjs, result_forms.mjs,
// screens_scenes.mjs, xlsform_sample.py; bench.mjs is run by scripts/bench.sh, screens.mjs takes pictures.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The longest first, so that none is left to run alone.
const TESTS = ['axe.test.mjs', 'whole_path.test.mjs', 'durability.test.mjs', 'result.test.mjs', 'bad_input.test.mjs',
  'attachments.test.mjs', 'smoke.test.mjs', 'print.test.mjs', 'xlsform.test.mjs'];
const AT_A_TIME = 2;

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const chosen = TESTS.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (chosen.length === 0) {
  console.error(`no test is called ${wanted.join(' ')}`);
  process.exit(2);
}

// Gives whether all cases of the file passed.
function run(name) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', join(folder, name)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => printed.push(piece));
  return new Promise((resolve) => child.on('close', (status) => {
    process.stdout.write(Buffer.concat(printed));
    console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    resolve(status === 0);
  }));
}

const waiting = [...chosen];
const failed = [];
await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (!await run(name)) failed.push(name);
  }
}));
if (failed.length > 0) {
  console.error(`failed: ${failed.join(' ')}`);
  process.exit(1);
}

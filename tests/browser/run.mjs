// Runs the browser tests one after the other:  node tests/browser/run.mjs [name…]
// Environment: PINGSHEN_WEB_DIST (the built site), PINGSHEN_DESK (the program `pingshen`), PINGSHEN_CHROMIUM.
// Shared: lib.mjs, static_server.mjs, steps.mjs, village_clinic.mjs, result_forms.mjs, xlsform_sample.py; bench.mjs is run by
// scripts/bench.sh, screens.mjs takes pictures.

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = ['smoke.test.mjs', 'whole_path.test.mjs', 'bad_input.test.mjs', 'attachments.test.mjs',
  'durability.test.mjs', 'xlsform.test.mjs', 'result.test.mjs', 'print.test.mjs'];

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const chosen = TESTS.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (chosen.length === 0) {
  console.error(`no test is called ${wanted.join(' ')}`);
  process.exit(2);
}
const failed = chosen.filter((name) =>
  spawnSync(process.execPath, ['--test', '--test-reporter=spec', join(folder, name)], { stdio: 'inherit' }).status !== 0);
if (failed.length > 0) {
  console.error(`failed: ${failed.join(' ')}`);
  process.exit(1);
}

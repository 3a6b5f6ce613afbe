// The whole path through the page as a person goes it: a new assessment, all items, result, signature, export; then the file is
// verified by the desk's program, and by unzip, sha256sum and openssl alone; no byte of it can be changed unnoticed.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import * as lib from './lib.mjs';
import { control, saved, signAndExport } from './steps.mjs';
import { ANSWERS, EXPECTED, fillAll, INSTITUTION, startAssessment } from './village_clinic.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const desk = process.env.PINGSHEN_DESK ?? join(root, 'build/native/commission/pingshen');
const flipEveryByte = process.env.PINGSHEN_FLIP ?? join(root, 'build/native/tests/tools/flip_every_byte');

let folder, server;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pingshen-path-'));
  server = await lib.serveDist();
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (program, ...args) => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  return { status, text: stdout + stderr, stdout };
};

function checkFile(file) {
  const verified = run(desk, 'verify', '--json', file);
  assert.equal(verified.status, 0, verified.text);
  const facts = JSON.parse(verified.stdout);
  const recipe = run(join(root, 'scripts/verify_bundle.sh'), file);
  assert.equal(recipe.status, 0, recipe.text);
  const manifest = JSON.parse(execFileSync('unzip', ['-p', file, 'manifest.json'], { encoding: 'utf8' }));
  return { facts, manifest };
}

async function wholeJob(page, name, { touch = false, offline = null } = {}) {
  await startAssessment(page, { touch });
  if (offline) await offline();
  await fillAll(page, { touch });
  assert.match(await control(page, 'status/vetoes').innerText(), /无一票否决/);
  await lib.tap(control(page, 'nav/check'), { touch });
  await lib.settled(page);
  assert.match(await control(page, 'check/result').innerText(), new RegExp(EXPECTED.bandLabel));
  const download = await signAndExport(page, { touch });
  const file = join(folder, name);
  await download.saveAs(file);
  await control(page, 'sign/file').waitFor({ state: 'attached' });
  return { file, suggested: download.suggestedFilename() };
}

test('a person with a tablet: fill in, sign, export; verified by the desk and by common tools; every changed byte is refused', async () => {
  const browser = await lib.openBrowser({ viewport: lib.TABLET, touch: true, density: lib.COARSE });
  try {
    const page = await lib.openApp(browser, server.url);
    const { file, suggested } = await wholeJob(page, 'tablet.psbundle', { touch: true });
    assert.match(suggested, /^村卫生室.*太平镇双河村卫生室.*\.psbundle$/);
    assert.deepEqual(browser.errors, []);

    const { facts, manifest } = checkFile(file);
    for (const member of ['earned', 'attainable', 'total', 'score', 'band', 'vetoes']) {
      assert.deepEqual(manifest.claimed[member], EXPECTED[member], member);
    }
    assert.equal(manifest.institution.name, INSTITUTION);
    assert.equal(manifest.kind, 'onsite');
    assert.ok(JSON.stringify(facts).includes('class-a'), 'the desk names the band that it found itself');

    const flips = run(flipEveryByte, file);
    console.log(flips.text);
    assert.equal(flips.status, 0, flips.text);

    const other = join(folder, 'openssl.psbundle');
    execFileSync('cp', [file, other]);
    execFileSync('bash', ['-c', 'printf "\\x21" | dd of="$0" bs=1 seek=3000 conv=notrunc status=none', other]);
    assert.notEqual(run(join(root, 'scripts/verify_bundle.sh'), other).status, 0);
    assert.equal(run(desk, 'verify', other).status, 1);
  } finally {
    await browser.close();
  }
});

test('without a network after the first load, and after a reload: the whole job', async () => {
  const browser = await lib.openBrowser({ viewport: lib.PHONE, touch: true, density: lib.COARSE });
  try {
    const page = await lib.openApp(browser, server.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const asked = server.requests.length;
    await browser.context.setOffline(true);
    await page.reload();
    await lib.started(page);
    const { file } = await wholeJob(page, 'phone.psbundle', { touch: true });
    // The browser itself looks for a newer service worker at each load, whatever setOffline says.
    assert.deepEqual(server.requests.slice(asked).filter((path) => path !== '/sw.js'), []);
    const { manifest } = checkFile(file);
    assert.equal(manifest.claimed.score, EXPECTED.score);
  } finally {
    await browser.close();
  }
});

test('every answer is there again after a reload, and the questions of all sections were answered', async () => {
  const browser = await lib.openBrowser({ viewport: lib.DESKTOP, density: lib.COARSE });
  try {
    const page = await lib.openApp(browser, server.url);
    await startAssessment(page);
    await fillAll(page);
    const read = async () => {
      const seen = {};
      for (const section of Object.keys(ANSWERS)) {
        await lib.tap(control(page, `section/${section}`));
        await lib.settled(page);
        Object.assign(seen, await page.evaluate(() => Object.fromEntries(
          [...document.querySelectorAll('#mirror input, #mirror textarea')].map((field) =>
            [field.dataset.id, field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value]))));
      }
      return seen;
    };
    const before = await read();
    assert.equal(before['VC-03'], '55.5');
    assert.equal(before['VC-05=approved'], true);
    await page.reload();
    await lib.started(page);
    await lib.tap(page.getByRole('button', { name: new RegExp(INSTITUTION) }).first());
    await lib.settled(page);
    assert.deepEqual(await read(), before);
    await saved(page).catch(() => {});
  } finally {
    await browser.close();
  }
});

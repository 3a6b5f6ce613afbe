// What goes wrong is said in a clear sentence with its code, and nothing is lost: a wrong passphrase, a full disk, a damaged
// database, a bundle from a key that nobody registered.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import * as lib from './lib.mjs';
import { openFresh } from './shared_browser.mjs';
import { ASSESSOR, control, PASSPHRASE, saved, signAndExport } from './steps.mjs';
import { answer, ANSWERS, fillAll, fillSection, INSTITUTION, startAssessment } from './village_clinic.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const desk = process.env.PINGSHEN_DESK ?? join(root, 'build/native/commission/pingshen');

let server, browser = null, page, folder;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pingshen-bad-'));
  server = await lib.serveDist();
});
afterEach(async () => {
  await browser?.close();
  browser = null;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function begin(open) {
  browser = await open({ viewport: lib.TABLET, density: lib.COARSE });
  page = await lib.openApp(browser, server.url);
  await startAssessment(page, { byKeyboard: true });
}

const words = (at = page) => at.evaluate(() => document.body.innerText + [...document.querySelectorAll('#mirror *')]
  .map((element) => `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('aria-description') ?? ''}`).join(' '));
const shows = (text, at = page) => at.waitForFunction((wanted) => (document.body.innerText +
  [...document.querySelectorAll('#mirror *')].map((element) =>
    `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('aria-description') ?? ''}`).join(' ')).includes(wanted), text);

const pingshen = (...args) => {
  const { status, stdout, stderr } = spawnSync(desk, args, { encoding: 'utf8', env: { ...process.env, PINGSHEN_PASSPHRASE: PASSPHRASE } });
  return { status, text: stdout + stderr };
};

test('wrong passphrase, then the right one; an unknown key at the desk, then a registered one', async () => {
  await begin(openFresh);
  await fillAll(page, { byKeyboard: true });
  await lib.tap(control(page, 'nav/check'));
  await lib.settled(page);
  const first = await signAndExport(page, { byKeyboard: true });
  const file = join(folder, 'one.psbundle');
  await first.saveAs(file);

  await control(page, 'sign/export_key').waitFor({ state: 'attached' });
  const keyDownload = page.waitForEvent('download');
  await lib.tap(control(page, 'sign/export_key'));
  const keyFile = join(folder, 'key.json');
  await (await keyDownload).saveAs(keyFile);

  await lib.tap(control(page, 'sign/again'));
  await control(page, 'sign/passphrase').waitFor({ state: 'attached' });
  await lib.settled(page);
  await lib.tap(control(page, 'sign/passphrase'));
  await page.keyboard.insertText('不是这个口令');
  await lib.tap(control(page, 'sign/sign'));
  await shows('ERR_KEY_PASSPHRASE');
  await lib.settled(page);
  await lib.tap(control(page, 'sign/passphrase'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(PASSPHRASE);
  const again = page.waitForEvent('download');
  await lib.tap(control(page, 'sign/sign'));
  assert.ok((await again).suggestedFilename().endsWith('.psbundle'));

  assert.equal(pingshen('keygen', '--out', folder, '--holder', '县评审委员会').status, 0);
  const nobody = pingshen('verify', '--data', folder, file);
  assert.equal(nobody.status, 3, nobody.text);
  assert.match(nobody.text, /不在信任名单中/);
  const added = pingshen('trust', 'add', '--data', folder, keyFile);
  assert.equal(added.status, 0, added.text);
  const known = pingshen('verify', '--data', folder, file);
  assert.equal(known.status, 0, known.text);
  assert.match(known.text, new RegExp(ASSESSOR));
});

test('a full disk: the answer is refused in words, earlier ones stay, and with space again the app goes on', async () => {
  await begin(lib.openBrowser);  // on the disk
  await fillSection(page, 'E', { byKeyboard: true });
  await saved(page);
  const before = await control(page, 'status/answered').innerText();
  // The browser grants space in large steps, so the fault is set where it would occur: its own write refuses.
  const [worker] = page.workers();
  await worker.evaluate(() => {
    self.realWrite = FileSystemSyncAccessHandle.prototype.write;
    FileSystemSyncAccessHandle.prototype.write = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };
  });
  await lib.tap(control(page, 'VC-14=none'));
  await shows('ERR_DEVICE_FULL');
  await lib.settled(page);
  assert.equal(await control(page, 'VC-14=full').isChecked(), true, 'the screen shows what is stored');
  assert.equal(await control(page, 'status/answered').innerText(), before, 'earlier answers are still counted');
  await worker.evaluate(() => { FileSystemSyncAccessHandle.prototype.write = self.realWrite; });
  await lib.tap(control(page, 'section/D'));
  await lib.settled(page);
  await answer(page, ANSWERS.D[0]);
  await page.waitForFunction(() => document.querySelector('#mirror [data-id="VC-11=bed"]').checked);
  await page.reload();
  await lib.started(page);
  await lib.tap(page.getByRole('button', { name: new RegExp(INSTITUTION) }).first());
  await lib.tap(control(page, 'section/D'));
  await page.waitForFunction(() => document.querySelector('#mirror [data-id="VC-11=bed"]')?.checked);
});

test('a damaged database: said in words, what can be read is offered as a file, nothing is deleted', async () => {
  await begin(lib.openBrowser);  // on the disk
  await fillSection(page, 'E', { byKeyboard: true });
  await saved(page);
  await page.goto(new URL('icon.svg', server.url).href);  // same origin, without the app
  const damaged = await page.evaluate(async () => {
    let count = 0;
    const visit = async (directory) => {
      for await (const handle of directory.values()) {
        if (handle.kind === 'directory') { await visit(handle); continue; }
        const size = (await handle.getFile()).size;
        if (size < 12000) continue;
        let writable;
        for (let tries = 0; !writable; ++tries) {  // the app's own handles are freed a moment after its page is gone
          try {
            writable = await handle.createWritable({ keepExistingData: true });
          } catch (error) {
            if (error.name !== 'NoModificationAllowedError' || tries > 100) throw error;
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        }
        for (let at = 4096 + 100; at < Math.min(size, 4096 + 8192); at += 64) {
          await writable.write({ type: 'write', position: at, data: new Uint8Array(40).fill(0xa5) });
        }
        await writable.close();
        ++count;
      }
    };
    await visit(await navigator.storage.getDirectory());
    return count;
  });
  assert.ok(damaged > 0, 'no file was found to damage');
  await page.goto(server.url);
  await shows('ERR_STORE_');
  assert.match(await words(), /ERR_STORE_(DAMAGED|NOT_A_DATABASE)/);
  const rescue = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出救援文件' }).click();
  const file = join(folder, 'rescue.json');
  await (await rescue).saveAs(file);
  JSON.parse(readFileSync(file, 'utf8'));
  await page.getByRole('button', { name: '重新开始' }).click();
  await page.getByRole('button', { name: '确认重新开始' }).click();
  await page.waitForFunction(() => window.__pingshen.interactiveMs !== null);
  await page.getByRole('button', { name: '新建评审' }).first().waitFor({ state: 'attached' });
  const kept = await page.evaluate(async () => {
    const names = [];
    for await (const handle of (await navigator.storage.getDirectory()).values()) names.push(handle.name);
    return names;
  });
  assert.ok(kept.length >= 2, `the damaged files are still there: ${kept}`);
});

test('a file that is no bundle is refused by the desk with its code', () => {
  const file = join(folder, 'no.psbundle');
  writeFileSync(file, 'PK\u0003\u0004 this is no bundle');
  const { status, text } = pingshen('verify', file);
  assert.equal(status, 1);
  assert.match(text, /ERR_BUNDLE_ZIP_/);
});

// The app's ground: it starts, draws, keeps, sleeps, and lives without a network.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

import * as lib from './lib.mjs';
import { openFresh } from './shared_browser.mjs';

let server, browser, served;

beforeEach(async () => {
  served = lib.dist;
  server = await lib.serveDist(() => served);
});

// Density 1: what is drawn is looked at.
async function begin(options) {
  browser = await openFresh(options);
  return lib.openApp(browser, server.url);
}

afterEach(async () => {
  await browser.close();
  await server.close();
});

test('the first screen is drawn and mirrored, nothing is on the console', async () => {
  const page = await begin({ density: 1 });
  assert.ok(await page.getByRole('heading').count() > 0, 'no heading in the mirror');
  // The canvas shows more than one colour: text and boxes, not an empty surface.
  await lib.settled(page);
  const image = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 400 } });
  assert.ok(image.length > 4000, `a picture of ${image.length} bytes is empty`);
  assert.deepEqual(browser.errors, []);
});

test('an idle app draws nothing', async () => {
  const page = await begin({ density: 1 });
  await lib.settled(page);
  const before = await lib.diagnostics(page);
  assert.ok(before.framesDrawn > 0);
  await page.waitForTimeout(3000);
  const after = await lib.diagnostics(page);
  assert.equal(after.framesDrawn, before.framesDrawn);
  assert.equal(after.framesUndrawn, before.framesUndrawn);
});

test('no frame asks the graphics process a question, which would make taps wait for the painting', async () => {
  const page = await begin({ density: 1 });
  await lib.settled(page);
  const [worker] = page.workers();
  await worker.evaluate(() => {
    self.asked = {};
    for (const name of ['getParameter', 'getError', 'readPixels', 'finish', 'checkFramebufferStatus']) {
      const real = WebGL2RenderingContext.prototype[name];
      WebGL2RenderingContext.prototype[name] = function (...given) {
        self.asked[name] = (self.asked[name] ?? 0) + 1;
        return real.apply(this, given);
      };
    }
  });
  const before = (await lib.diagnostics(page)).framesDrawn;
  await lib.tap(page.getByRole('button', { name: '新建评审' }).first());
  await lib.settled(page);
  assert.ok((await lib.diagnostics(page)).framesDrawn > before);
  assert.deepEqual(await worker.evaluate(() => self.asked), {});
});

test('the second tab says so and can take over, and the first can take back', async () => {
  const first = await begin();
  const second = await browser.context.newPage();
  await second.goto(server.url);
  await second.getByText('已在另一个标签页打开').waitFor();
  assert.equal(await second.getByRole('heading').count(), 1, 'the second tab shows the app, too');
  await second.getByRole('button', { name: '接管' }).click();
  await lib.started(second);
  await first.getByText('已在另一个标签页打开').waitFor();
  await first.getByRole('button', { name: '接管' }).click();
  await first.locator('#mirror h1, #mirror h2').first().waitFor({ state: 'attached' });
  await second.getByText('已在另一个标签页打开').waitFor();
  // Closing the owner lets the waiting one go on by itself.
  await first.close();
  await second.locator('#mirror h1, #mirror h2').first().waitFor({ state: 'attached' });
  assert.deepEqual(browser.errors, []);
});

test('without a network the app reloads from the service worker', async () => {
  const page = await begin();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const asked = server.requests.length;
  await server.close();
  await browser.context.setOffline(true);
  await page.reload();
  await lib.started(page);
  assert.ok(await page.getByRole('heading').count() > 0);
  assert.equal(server.requests.length, asked);
});

test('a new version waits until it is asked for', async () => {
  const page = await begin();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();  // now under the service worker
  await lib.started(page);

  const other = mkdtempSync(join(tmpdir(), 'pingshen-dist-'));
  try {
    cpSync(lib.dist, other, { recursive: true });
    const version = readdirSync(other).find((name) => name.startsWith('v-'));
    const renamed = 'v-0123456789ab';
    cpSync(join(other, version), join(other, renamed), { recursive: true });
    rmSync(join(other, version), { recursive: true });
    const { createHash } = await import('node:crypto');
    const index = readFileSync(join(other, 'index.html'), 'utf8');
    const newIndex = index.replaceAll(version, renamed);
    const sha256 = (text) => createHash('sha256').update(text).digest('hex');
    writeFileSync(join(other, 'index.html'), newIndex);
    const worker = readFileSync(join(other, 'sw.js'), 'utf8');
    writeFileSync(join(other, 'sw.js'), worker.replaceAll(version, renamed).replace(sha256(index), sha256(newIndex)));

    served = other;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText('新版本已就绪').waitFor();
    const scripts = () => page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.endsWith('.js')));
    assert.ok((await scripts()).every((name) => !name.includes(renamed)), 'files of the new version are in use already');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '立即更新' }).click()]);
    await lib.started(page);
    const loaded = await scripts();
    assert.ok(loaded.some((name) => name.includes(renamed)) && loaded.every((name) => !name.includes(version)),
      `mixed versions: ${loaded.join(' ')}`);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

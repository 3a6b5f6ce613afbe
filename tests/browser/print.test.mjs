// 打印版: an unfinished assessment with a photo, printed from the app without a network; then the signed bundle and an empty form,
// printed by the desk. Each page is opened as a file: nothing runs, nothing is fetched, nothing is wider than the paper.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import * as lib from './lib.mjs';
import { openFresh } from './shared_browser.mjs';
import { control, saved, signAndExport } from './steps.mjs';
import { fillAll, fillSection, INSTITUTION, startAssessment } from './village_clinic.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const desk = process.env.PINGSHEN_DESK ?? join(root, 'build/native/commission/pingshen');
const PRINTED_WIDTH = { width: 643, height: 990 };  // 170 mm between the margins of A4, at 96 px an inch

let server, browser, page, folder;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pingshen-print-'));
  server = await lib.serveDist();
  browser = await openFresh({ viewport: lib.TABLET });
  page = await lib.openApp(browser, server.url);
});
afterEach(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

// Opens a printed page as it would print, checks what holds for all of them; gives its words and its pages of PDF.
async function printed(file) {
  const paper = await browser.context.newPage();
  const fetched = [];
  paper.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) fetched.push(request.url());
  });
  await paper.setViewportSize(PRINTED_WIDTH);
  await paper.emulateMedia({ media: 'print' });
  await paper.goto(pathToFileURL(file).href);
  const found = await paper.evaluate(() => ({
    words: document.body.innerText,
    scripts: document.scripts.length,
    tooWide: [...document.querySelectorAll('body *:not(.draft)')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).length,
    heads: new Set([...document.querySelectorAll('thead')].map((head) => getComputedStyle(head).display)).size,
    pictures: [...document.images].map((picture) => picture.naturalWidth),
    drafts: [...document.querySelectorAll('.draft')].map((mark) => getComputedStyle(mark).position + ' ' + mark.innerText),
  }));
  const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
  await paper.close();
  assert.deepEqual(fetched, []);
  assert.equal(found.scripts, 0);
  assert.equal(found.tooWide, 0, 'something is wider than the paper');
  assert.equal(found.heads, 1);
  assert.deepEqual(browser.errors, []);
  return { ...found, pages: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0 };
}

async function printFromApp(name) {
  const download = page.waitForEvent('download');
  await lib.tap(control(page, 'check/print'));
  const file = join(folder, name);
  const offered = await download;
  await offered.saveAs(file);
  return { file, name: offered.suggestedFilename() };
}

test('an unfinished assessment is printed as a draft, offline', async () => {
  await startAssessment(page, { byKeyboard: true });
  await fillSection(page, 'A', { byKeyboard: true });
  await saved(page);
  await browser.context.setOffline(true);
  await lib.tap(control(page, 'nav/check'));
  await lib.settled(page);
  const { file, name } = await printFromApp('draft.html');
  assert.match(name, /^村卫生室.*_太平镇双河村卫生室_\d{4}-\d\d-\d\d_草稿\.html$/);
  const paper = await printed(file);
  assert.deepEqual(paper.drafts, ['fixed 草稿']);
  assert.ok(paper.pages >= 3, `${paper.pages} pages`);
  for (const words of [INSTITUTION, '现场评审', '尚无结论', 'PDY12345-6', '未填（必填）'])
    assert.ok(paper.words.includes(words), words);
  assert.ok(!paper.words.includes('签署时间'));
});

test('what was signed is printed by the desk, and an empty form', async () => {
  await startAssessment(page, { byKeyboard: true });
  await fillAll(page, { byKeyboard: true });
  await lib.tap(control(page, 'nav/check'));
  await lib.settled(page);
  const bundle = join(folder, 'clinic.psbundle');
  await (await signAndExport(page, { byKeyboard: true })).saveAs(bundle);
  const report = join(folder, 'report.html');
  execFileSync(desk, ['print', bundle, '--out', report]);
  const paper = await printed(report);
  assert.deepEqual(paper.drafts, []);
  for (const words of ['甲级', '95.5 分（满分 100 分）', '431125********1243', '电子签名', '评审组长'])
    assert.ok(paper.words.includes(words), words);
  assert.ok(!readFileSync(report, 'utf8').includes('431125199006151243'));
  const blank = join(folder, 'blank.html');
  execFileSync(desk, ['print', '--form', join(root, 'forms/village_clinic_2026.json'), '--out', blank]);
  const form = await printed(blank);
  assert.ok(form.words.includes('□ 有效，已悬挂'));
  assert.ok(!form.words.includes('评审结果'));
});

// A person drops an XLSForm on the catalogue, sees what is in it, installs it, fills it in, switches the language, signs and
// exports; the bundle carries the form and the desk's program accepts it. A workbook with mistakes says where they are.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import * as lib from './lib.mjs';
import { openFresh } from './shared_browser.mjs';
import { control, drop, openCatalogue, saved, signAndExport } from './steps.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const desk = process.env.PINGSHEN_DESK ?? join(root, 'build/native/commission/pingshen');

let folder, server, workbook;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pingshen-xlsform-'));
  workbook = join(folder, '村卫生室基本情况.xlsx');
  execFileSync('python3', [join(here, 'xlsform_sample.py'), workbook]);
  server = await lib.serveDist();
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a dropped XLSForm is previewed, installed, read in three languages, signed and accepted', async () => {
  const browser = await openFresh({ viewport: lib.DESKTOP });
  try {
    const page = await lib.openApp(browser, server.url);
    await openCatalogue(page);
    await drop(page, readFileSync(workbook), '村卫生室基本情况.xlsx');
    await control(page, 'import/install').waitFor({ state: 'attached' });
    await lib.settled(page);
    assert.match(await control(page, 'import/state').innerText(), /可以安装 村卫生室基本情况\.xlsx/);
    assert.match(await control(page, 'preview/beds').innerText(), /床位数 \* 整数.*约束/);
    assert.match(await control(page, 'preview/town').innerText(), /乡镇 \* 单选.*上江圩镇/);
    await lib.tap(control(page, 'import/install'));
    await lib.tap(control(page, 'forms/clinic_facts@2026.1/start'));
    await lib.settled(page);

    await lib.type(page.getByRole('textbox', { name: '机构名称' }), '上江圩镇某村卫生室');
    await lib.type(page.getByRole('textbox', { name: '评审员' }), '周春梅');
    await lib.tap(page.getByRole('button', { name: '开始评审' }));
    await control(page, 'county=jiangyong').waitFor({ state: 'attached' });
    await lib.settled(page);

    await lib.tap(control(page, 'county=jiangyong'));
    await lib.settled(page);
    assert.equal(await control(page, 'town=meihua').count(), 0, 'the filter leaves out towns of other counties');
    await lib.tap(control(page, 'town=shangjiangxu'));
    await lib.type(control(page, 'beds'), '120');
    await page.keyboard.press('Tab');
    await lib.settled(page);
    assert.match(await page.locator('#mirror').innerText(), /床位数应在 1 至 99 之间/);

    // Three languages: a list of them instead of a switch.
    const speak = async (tag) => {
      await lib.tap(control(page, 'nav/language'));
      await lib.tap(control(page, `language/${tag}`));
      await lib.settled(page);
    };
    await speak('en');
    assert.match(await page.locator('#mirror').innerText(), /Between 1 and 99 beds/);
    assert.match(await control(page, 'county/title').innerText(), /County/);
    await speak('ug');
    assert.match(await control(page, 'county/title').innerText(), /ناھىيە/);
    assert.match(await control(page, 'town/title').innerText(), /Town/, 'not translated');
    await speak('zh');
    assert.match(await control(page, 'county/title').innerText(), /县区/);

    await lib.tap(control(page, 'beds'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('12');
    await page.keyboard.press('Tab');
    await lib.settled(page);
    assert.equal(await control(page, 'remark').count(), 0, 'asked only where there are more than 20 beds');
    await lib.tap(control(page, 'staff/add'));
    await lib.settled(page);
    await lib.type(control(page, 'staff#1/staff_name'), '李建国');
    await page.keyboard.press('Tab');
    await saved(page);
    await lib.tap(control(page, 'nav/check'));
    await lib.settled(page);
    const download = await signAndExport(page);
    const file = join(folder, 'clinic.psbundle');
    await download.saveAs(file);
    assert.deepEqual(browser.errors, []);

    const verified = spawnSync(desk, ['verify', '--json', file], { encoding: 'utf8' });
    assert.equal(verified.status, 0, verified.stdout + verified.stderr);
    const form = JSON.parse(execFileSync('unzip', ['-p', file, 'form.json'], { encoding: 'utf8' }));
    assert.equal(form.id, 'clinic_facts');
    assert.deepEqual(form.languages, ['zh', 'en', 'ug']);
  } finally {
    await browser.close();
  }
});

test('an installed form is there without a network, and a workbook with mistakes names sheet, row and column', async () => {
  const browser = await openFresh({ viewport: lib.PHONE, touch: true });
  try {
    const page = await lib.openApp(browser, server.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await openCatalogue(page);
    const broken = join(folder, 'broken.xlsx');
    execFileSync('python3', [join(here, 'xlsform_sample.py'), broken, '--broken']);
    await drop(page, readFileSync(broken), '有错.xlsx');
    await control(page, 'import/error/1').waitFor({ state: 'attached' });
    await lib.settled(page);
    assert.match(await control(page, 'import/error/1').innerText(), /survey.*第 4 行/);
    assert.equal(await control(page, 'import/install').getAttribute('aria-disabled'), 'true');
    await lib.tap(control(page, 'import/discard'));
    await control(page, 'forms/pick').waitFor({ state: 'attached' });

    const notes = join(folder, 'notes.txt');
    writeFileSync(notes, '这不是表单');
    await drop(page, readFileSync(notes), 'notes.txt');
    await control(page, 'import/error/1').waitFor({ state: 'attached' });
    await lib.tap(control(page, 'import/discard'));
    await control(page, 'forms/pick').waitFor({ state: 'attached' });

    await drop(page, readFileSync(workbook), '村卫生室基本情况.xlsx');
    await lib.tap(control(page, 'import/install'));
    await control(page, 'forms/clinic_facts@2026.1').waitFor({ state: 'attached' });
    await lib.settled(page);
    await browser.context.setOffline(true);
    await page.reload();
    await lib.started(page);
    await openCatalogue(page);
    assert.equal(await control(page, 'forms/clinic_facts@2026.1').count(), 1);
  } finally {
    await browser.close();
  }
});

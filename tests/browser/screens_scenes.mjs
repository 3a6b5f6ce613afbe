// The scenes that screens.mjs takes pictures of and axe.test.mjs judges: each begins with an empty app of its own. `how`: options of
// lib.tap; `counts`: the ladder's chapters.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as lib from './lib.mjs';
import {
  compositeForm, HOSPITAL, ladderForm, ladderItem, ratioForm, schemesForm, stagesForm, STAGES, YONGZHOU,
} from './result_forms.mjs';
import { beginWith, chooseMany, control, drop, enterMany, go, installForm, openCatalogue, saved, signAndExport } from './steps.mjs';
import { fillSection, fillAll, startAssessment } from './village_clinic.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const HOSPITAL_NAME = '江永县人民医院';

// The form with an item of every type, out of the native tests.
function everythingForm() {
  const source = readFileSync(join(root, 'tests/web/ui/app/everything_form.cc'), 'utf8');
  return JSON.parse(/R"json\(([\s\S]*?)\)json"/.exec(source)[1]);
}

// A form in scripts whose letters stack, join and run from right to left.
function shapedForm() {
  const text = (zh, bo, ug) => ({ zh, bo, ug });
  const source = { document: 'rule', confidence: 'one_source' };
  return {
    format: 'pingshen-form/1', id: 'shaped', version: '1', languages: ['zh', 'bo', 'ug'],
    title: text('村卫生室基本情况', 'གྲོང་ཚོའི་སྨན་ཁང་གི་གནས་ཚུལ།', 'كەنت داۋالاش ئورنىنىڭ ئاساسىي ئەھۋالى'),
    documents: [{ code: 'rule', title: { zh: '样例规定' } }], sources: [source],
    sections: [{
      code: 'A', title: text('基本情况', 'གཞི་རྩའི་གནས་ཚུལ།', 'ئاساسىي ئەھۋال'), items: [{
        code: 'A-01', type: 'yes_no', required: true, points: 5, sources: [source],
        label: text('许可证是否有效？看原件，核对名称、地址和负责人。',
          'སྨན་ཁང་གི་ལག་ཁྱེར་ནུས་ལྡན་ཡིན་ནམ། ལག་ཁྱེར་ངོ་མ་ལ་བལྟས་ནས་མིང་དང་གནས་ཡུལ། འགན་འཁུར་མི་སྣ་བཅས་ཞིབ་བཤེར་བྱོས།',
          'كەسىپ ئىجازەتنامىسى (2026-يىل) كۈچكە ئىگىمۇ؟ ئەسلى نۇسخىسىنى كۆرۈپ، نامى ۋە ئادرېسىنى سېلىشتۇرۇڭ.'),
      }, {
        code: 'A-02', type: 'text', label: text('机构名称', 'སྨན་ཁང་གི་མིང་།', 'ئورۇن نامى'),
      }],
    }],
    scheme: {
      kind: 'points', total: 5, bands: [
        { code: 'pass', label: text('合格', 'ཚད་ལོངས་པ།', 'لاياقەتلىك'), at_least: 3, tone: 'good', sources: [source] },
        { code: 'fail', label: text('不合格', 'ཚད་མ་ལོངས་པ།', 'لاياقەتسىز'), below: 3, tone: 'bad', sources: [source] }],
    },
  };
}

// An XLSForm workbook as bytes; `flags` of xlsform_sample.py.
function workbook(...flags) {
  const folder = mkdtempSync(join(tmpdir(), 'pingshen-screens-'));
  try {
    const file = join(folder, 'sample.xlsx');
    execFileSync('python3', [join(here, 'xlsform_sample.py'), file, ...flags]);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Marks for a chapter in about the shares of a hospital that just misses 甲等: of every 12 items 3 A, 5 B, 3 C, 1 D or E.
const MARKS = 'ABBCBABBCBCD';
export const hospitalMarks = (counts = HOSPITAL) => Object.fromEntries(counts.map(([items, core], chapter) => [
  String(chapter + 1), Array.from({ length: items }, (_, i) => {
    const mark = MARKS[(i + 5 * chapter) % MARKS.length];
    return [ladderItem(chapter + 1, i + 1), i < core && mark === 'D' ? 'C' : mark === 'D' && i % 5 === 4 ? 'E' : mark];
  })]));

// Why an item does not apply, for every E.
async function giveBases(page, marks) {
  for (const [section, pairs] of Object.entries(marks)) {
    for (const [item] of pairs.filter(([, mark]) => mark === 'E')) {
      await control(page, `section/${section}`).evaluate((element) => element.click());
      await lib.settled(page);
      const basis = control(page, `${item}:basis`);
      const choices = page.locator('#mirror [data-role="radio"]');
      for (let down = 0; await basis.count() === 0 && down < 40; ++down) {
        await page.keyboard.press('Shift');
        await choices.last().focus();  // a long section goes on as the focus moves
        await lib.settled(page);
      }
      await enterMany(page, { [`${item}:basis`]: '永卫批〔2025〕7号' });
    }
  }
}

const check = (page, how) => go(page, 'nav/check', how);

export const SCENES = {
  async list({ page, how, shot, pages }) {
    await shot('empty');
    await go(page, 'nav/new', how);
    await pages('new');
    await lib.tap(control(page, 'new/start'), how);
    await shot('new-incomplete');
    await go(page, 'nav/back', how);
    await startAssessment(page, how);
    await fillSection(page, 'A', how);
    await go(page, 'nav/back', how);
    await startAssessment(page, how);
    await go(page, 'nav/back', how);
    await shot('drafts');
  },

  async clinic({ page, how, shot, pages }) {
    await startAssessment(page, how);
    await shot('fill-start');
    await fillSection(page, 'A', how);
    await fillSection(page, 'B', how);
    await pages('fill-B');
    await fillSection(page, 'C', how);
    await pages('fill-repeat');
    await lib.tap(control(page, 'VC-09#1/VC-09-id'), how);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('431125199006151244');
    await page.keyboard.press('Tab');
    await shot('fill-identity-error');
    await check(page, how);
    await pages('check-missing');
  },

  async result({ page, how, shot, pages }) {
    await startAssessment(page, how);
    await fillAll(page, how);
    await check(page, how);
    await pages('points');
    await go(page, 'check/section/B', how);
    await shot('points-items');
    await go(page, 'nav/back', how);
    await go(page, 'nav/sign', how);
    await pages('key');
    await go(page, 'nav/back', how);
    await signAndExport(page, how);
    await control(page, 'sign/file').waitFor({ state: 'attached' });
    await pages('exported');
  },

  async everything({ page, how, shot, pages }) {
    await beginWith(page, everythingForm(), { institution: '太平镇双河村卫生室', ...how });
    const sections = await page.locator('#mirror [data-id^="section/"][data-role="tab"]').evaluateAll(
      (tabs) => tabs.map((tab) => tab.dataset.id));
    for (const section of sections) {
      await go(page, section, how);
      await pages(section.replace('/', '-'));
    }
  },

  async ladder({ page, how, shot, pages, counts = HOSPITAL }) {
    await beginWith(page, ladderForm(counts), { institution: HOSPITAL_NAME, ...how });
    const marks = hospitalMarks(counts);
    await chooseMany(page, marks);
    await giveBases(page, marks);
    await go(page, 'section/1', how);
    await shot('fill');
    await check(page, how);
    await pages('result');
    await go(page, 'check/distribution=core', how);
    await shot('core');
    await go(page, 'check/marks/4/C', how);
    await shot('items');
  },

  async composite({ page, how, pages }) {
    await beginWith(page, compositeForm(), { institution: '某市中西医结合医院', ...how });
    await chooseMany(page, {
      0: [['accident', 'no'], ['lent', 'no']], 1: [['1.1', 'most'], ['1.2', 'half']], 2: [['2.1', 'full'], ['2.2', 'most']],
      3: [['3.1', 'full'], ['3.2', 'half']], 4: [['4.1', 'most']] });
    await check(page, how);
    await pages('result');
    await go(page, 'nav/fill', how);
    await chooseMany(page, { 0: [['accident', 'yes']] });
    await check(page, how);
    await pages('veto');
  },

  async stages({ page, how, shot, pages }) {
    await beginWith(page, stagesForm(12), { institution: '永州市卫生健康委员会', ...how });
    const reached = { started: 12, built: 10, fitted: 7, doctor: 12 };
    const dates = {};
    for (const [stage] of STAGES)
      for (let village = 1; village <= reached[stage]; ++village)
        dates[`villages#${village}/progress:${stage}`] = `2019-0${1 + STAGES.findIndex(([code]) => code === stage)}-15`;
    for (let village = 1; village <= 12; ++village) dates[`villages#${village}/name`] = `第${village}村`;
    await enterMany(page, dates);
    await shot('fill');
    await check(page, how);
    await pages('result');
    await go(page, 'check/stage/fitted', how);
    await shot('items');
  },

  async ratio({ page, how, shot, pages }) {
    await beginWith(page, ratioForm(), { institution: '永州市卫生健康委员会', ...how });
    for (const [section, items] of [['1', ['cancer', 'prenatal', 'treated']],
      ['2', ['progress', 'started', 'built', 'fitted', 'doctor']], ['3', ['tenders', 'works', 'goods']]]) {
      await go(page, `section/${section}`, how);
      const stated = Object.entries(YONGZHOU).filter(([id]) => items.includes(id.split(':')[0]));
      await enterMany(page, Object.fromEntries(stated));
      if (section === '1') await shot('fill');
    }
    await check(page, how);
    await pages('result');
  },

  async schemes({ page, how, pages }) {
    await beginWith(page, schemesForm(), { institution: HOSPITAL_NAME, ...how });
    await chooseMany(page, {
      1: [1, 2, 3, 4, 5, 6].map((i) => [ladderItem(1, i), 'BABCBD'[i - 1]]), 2: [['2.1', 'most'], ['2.2', 'half']] });
    await go(page, 'section/3', how);
    await enterMany(page, { 'cancer:numerator': '82353', 'cancer:denominator': '98200', 'cancer:reported': '83.86' });
    await check(page, how);
    await pages('result');
  },

  async catalogue({ page, how, shot, pages }) {
    await openCatalogue(page, how);
    await shot('list');
    await drop(page, workbook(), '村卫生室基本情况.xlsx');
    await control(page, 'import/install').waitFor({ state: 'attached' });
    await pages('preview');
    await go(page, 'import/discard', how);
    await drop(page, workbook('--broken'), '有错.xlsx');
    await control(page, 'import/error/1').waitFor({ state: 'attached' });
    await shot('errors');
    await go(page, 'import/discard', how);
    await drop(page, Buffer.from('这不是表单'), 'notes.txt');
    await control(page, 'import/error/1').waitFor({ state: 'attached' });
    await shot('no-form');
  },

  async move({ page, how, shot }) {
    const old = compositeForm();
    await beginWith(page, old, { institution: '某市中西医结合医院', ...how });
    await chooseMany(page, { 1: [['1.1', 'most'], ['1.2', 'half']], 3: [['3.1', 'full'], ['3.2', 'half']] });
    await go(page, 'nav/back', how);
    const next = compositeForm();
    next.version = '2';
    next.sections[1].items[1].options.splice(2, 1);
    next.sections[3].items.pop();
    await installForm(page, next, how);
    await go(page, 'nav/back', how);
    await shot('list');
    await lib.tap(page.getByRole('button', { name: /中西医结合医院/ }).first(), how);
    await lib.settled(page);
    await shot('fill');
    await go(page, 'newer/see', how);
    await shot('plan');
  },

  // Shaped only where the system has the fonts (Debian: fonts-noto-core).
  async languages({ page, how, shot }) {
    await beginWith(page, shapedForm(), { institution: '岳普湖县某村卫生室', ...how });
    await go(page, 'nav/language', how);
    await shot('choose');
    await go(page, 'language/bo', how);
    await shot('tibetan');
    await go(page, 'nav/language', how);
    await go(page, 'language/ug', how);
    await shot('uyghur');
  },

  async errors({ page, how, shot }) {
    await startAssessment(page, how);
    await fillSection(page, 'E', how);
    await saved(page);
    const [worker] = page.workers();
    await worker.evaluate(() => {
      FileSystemSyncAccessHandle.prototype.write = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };
    });
    await lib.tap(control(page, 'VC-14=none'), how);
    await page.waitForFunction(() => document.getElementById('mirror').textContent.includes('ERR_DEVICE_FULL') ||
      document.body.innerText.includes('ERR_DEVICE_FULL'));
    await shot('full-disk');
  },

  async tabs({ page, browser, url, picture }) {
    const second = await browser.context.newPage();
    await second.goto(url);
    await second.getByText('已在另一个标签页打开').waitFor();
    await picture(second, 'busy');
    await second.getByRole('button', { name: '接管' }).click();
    await page.getByText('已在另一个标签页打开').waitFor();
    await page.bringToFront();
    await picture(page, 'taken');
  },

  async english({ page, how, shot, pages }) {
    await startAssessment(page, how);
    await fillSection(page, 'A', how);
    await go(page, 'nav/language', how);
    await pages('fill');
    await check(page, how);
    await shot('check');
    await go(page, 'nav/fill', how);
    await go(page, 'nav/back', how);
    await shot('list');
  },
};

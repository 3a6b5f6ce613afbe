// A person fills in the village clinic checklist: what is tapped and typed, and what must come of it.
// Controls are addressed by the ids that web/ui/io/mirror.h documents; answers to questions by their ids, everything that a
// person must find by its words (buttons, fields of the first and last screens) by role and name.

import { activate, compose, settled, tap } from './lib.mjs';
import { ASSESSOR, control, saved } from './steps.mjs';

export const INSTITUTION = '太平镇双河村卫生室';

// Reckoned by hand from the form's points: everything but 3 of 6 for the area (55.5 m² lies over 40, under 60), half a point
// for the missing sterilising jar, and half a point for each of two gaps in the waste register.
export const EXPECTED = {
  earned: '95.5', attainable: '100', total: '100', score: '95.5', band: 'class-a', bandLabel: '甲级', vetoes: [],
};

const DEVICES = ['bed', 'stethoscope', 'thermometer', 'sphygmomanometer', 'scale', 'vaccination_kit', 'visit_bag', 'syringes',
  'cabinet', 'tray', 'autoclave', 'waste_bin', 'file_cabinet'];

const choose = (...ids) => ids.map((id) => ({ tap: id }));
const write = (id, text) => ({ write: id, text });
const composed = (id, steps, text) => ({ compose: id, steps, text });

// Section by section, in the order of the form.
export const ANSWERS = {
  A: [
    ...choose('VC-01=displayed'),
    write('VC-01a', 'PDY12345-6'),
    write('VC-01b', '12431125MB0000000X'),
    ...choose('VC-02=yes'),
  ],
  B: [
    write('VC-03', '55.5'),
    ...choose('VC-04=consulting', 'VC-04=treatment', 'VC-04=public_health', 'VC-04=pharmacy', 'VC-05=approved'),
    { date: 'VC-05a', text: '2024-05-06' },
    ...choose('VC-05b=observation', 'VC-05b=rescue', 'VC-05b=preparation', 'VC-05b=staff', 'VC-05b=antibacterials',
      'VC-06=full', 'VC-07=yes'),
  ],
  C: [
    write('VC-08a', '1860'),
    write('VC-08', '2'),
    ...choose('VC-09/add'),
    composed('VC-09#1/VC-09-name', ['zh', 'zhou', '周ch', '周春m'], '周春梅'),
    write('VC-09#1/VC-09-id', '431125199006151243'),
    ...choose('VC-09#1/VC-09-category=village_doctor', 'VC-09#1/VC-09-registration=registered', 'VC-09/add'),
    composed('VC-09#2/VC-09-name', ['l', 'li', '李jg'], '李建国'),
    write('VC-09#2/VC-09-id', '34052419800101001X'),
    ...choose('VC-09#2/VC-09-category=rural_assistant', 'VC-09#2/VC-09-registration=registered', 'VC-10=yes'),
  ],
  D: [
    ...choose(...DEVICES.map((device) => `VC-11=${device}`)),
    write('VC-12', '82'),
    ...choose('VC-13=oxygen', 'VC-13=kit', 'VC-13=in_date'),
  ],
  E: choose('VC-14=full', 'VC-15:register=more', 'VC-15:register=more'),
  F: [
    ...choose('VC-16=full', 'VC-17a=yes'),
    write('VC-17b', '20'),
    write('VC-17', '19'),
    ...choose('VC-18=signs', 'VC-18=no_smoking', 'VC-18=prices', 'VC-19=regular', 'VC-19a=no', 'VC-20=staffed'),
    composed('VC-20a', ['s', 'sha', '消d'], '消毒缸一只待配，医疗废物登记补齐缺项。'),
  ],
};

// The words of the first screen by its fields' names; as an input method composes them.
const BEGIN = [
  ['机构名称', INSTITUTION, ['t', 'tai', '太平zhen']],
  ['统一社会信用代码', '12431125MB0000000X'],
  ['行政区划代码', '431125'],
  ['评审员', ASSESSOR, ['zhou']],
  ['评审周期', '2026'],
];

// `options`: as of lib.tap, here and below.
export async function startAssessment(page, options = {}) {
  await tap(page.getByRole('button', { name: '新建评审' }).first(), options);
  await tap(page.getByRole('radio', { name: /村卫生室/ }), options);
  await tap(page.getByRole('radio', { name: '现场评审' }), options);
  for (const [name, words, steps] of BEGIN) {
    const field = page.getByRole('textbox', { name });
    if (options.byKeyboard) {
      await field.fill(words);
      continue;
    }
    await tap(field, options);
    await page.keyboard.press('ControlOrMeta+a');
    if (steps) await compose(page, steps, words);
    else await page.keyboard.type(words);
  }
  await tap(page.getByRole('button', { name: '开始评审' }), options);
  await control(page, 'section/A').waitFor({ state: 'attached' });
  await settled(page);
}

export async function answer(page, step, options) {
  if (step.tap) return tap(control(page, step.tap), options);
  const box = control(page, step.write ?? step.compose ?? step.date);
  await tap(box, options);
  if (step.date) await box.fill(step.text);
  else if (step.compose) await compose(page, step.steps, step.text);
  else await page.keyboard.type(step.text);
  await page.keyboard.press('Tab');
}

async function answerByKeyboard(page, steps) {
  let before = null;
  for (const step of steps) {
    const id = step.tap ?? step.write ?? step.compose ?? step.date;
    if (id === before) await settled(page);  // two activations in one frame are one
    before = id;
    if (step.tap) await control(page, id).evaluate(activate);
    else await control(page, id).fill(step.text);
  }
  await control(page, before).evaluate((element) => element.blur());
  await settled(page);
}

export async function fillSection(page, section, options = {}) {
  await tap(control(page, `section/${section}`), options);
  await settled(page);
  if (options.byKeyboard) return answerByKeyboard(page, ANSWERS[section]);
  for (const step of ANSWERS[section]) await answer(page, step, options);
}

export async function fillAll(page, options) {
  for (const section of Object.keys(ANSWERS)) await fillSection(page, section, options);
  await saved(page);
}

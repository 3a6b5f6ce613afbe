// Forms for the result screens, one for each kind of scheme, as JSON (docs/form_format.md, docs/grading.md):
// node tests/browser/result_forms.mjs OUT_DIR  writes them all. Wording is ours; every source says that it is to be confirmed.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const SECONDARY = JSON.parse(readFileSync(join(root, 'forms/schemes/secondary_hospital_2012.json'), 'utf8'));

const text = (zh, en = zh) => ({ zh, en });
const sources = [{ document: 'd', confidence: 'to_be_confirmed' }];

function form(id, title, body) {
  return {
    format: 'pingshen-form/1', id, version: '1', title,
    documents: [{ code: 'd', title: text('样例标准', 'Sample standard') }, ...(body.documents ?? [])], sources,
    ...Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'documents')),
  };
}
const outcome = (code, zh, en, tone, rest = {}) => ({ code, label: text(zh, en), tone, sources, ...rest });

// ---- ladder: the six chapters of the standard for secondary hospitals, 583 items, 33 of them ★

export const HOSPITAL = [[29, 3], [48, 3], [26, 6], [322, 13], [53, 1], [105, 7]];
export const SMALL = [[3, 1], [4, 1], [3, 1], [6, 2], [2, 0], [4, 1]];  // 22 items, 6 ★

const CHAPTERS = [
  ['医院功能任务', 'Function and tasks', ['功能任务与定位', '内部管理机制', '对口支援与协作', '应急管理', '医学教育与科研']],
  ['医院服务', 'Services', ['预约诊疗', '门诊流程', '急诊绿色通道', '住院、转诊、转科流程', '患者合法权益', '投诉管理', '就诊环境']],
  ['患者安全', 'Patient safety', ['确认身份', '医嘱执行与沟通', '手术安全核查', '手卫生', '特殊药物管理', '危急值报告', '防范跌倒坠床']],
  ['医疗质量安全管理与持续改进', 'Quality of care and its improvement',
    ['质量管理组织', '医疗技术管理', '临床路径与单病种', '手术治疗管理', '麻醉管理', '重症医学科', '感染性疾病管理', '药事与药物使用',
      '临床检验', '病理管理', '医学影像', '输血管理', '医院感染管理', '病历书写与管理']],
  ['护理管理与质量持续改进', 'Nursing', ['护理组织体系', '护理人力资源', '临床护理质量', '护理安全管理', '特殊护理单元']],
  ['医院管理', 'Management', ['依法执业', '岗位职责', '信息化建设', '财务与价格', '后勤保障', '医疗器械管理', '院务公开']],
];
export const ladderItem = (chapter, number) => `${chapter}.${String(number).padStart(2, '0')}`;

function gradeItem(code, chapter, number, core) {
  const [, , subjects] = CHAPTERS[chapter - 1];
  const subject = subjects[(number - 1) % subjects.length];
  return {
    code, type: 'grade', label: text(`${subject}（${number}）`, `Chapter ${chapter}, item ${number}`), required: true,
    ...(core ? { core: true } : {}),
    not_applicable: text('经卫生健康行政部门批准可以不设。', 'Approved as not offered.'), sources,
  };
}

// The chapters as sections with `counts` items each, the first of them ★; the scheme is the one in forms/schemes.
export function ladderForm(counts = HOSPITAL, id = 'ladder') {
  return form(id, text('二级综合医院评审表（样表）', 'Secondary hospital, sample'), {
    documents: SECONDARY.documents,
    sections: ladderSections(counts),
    scheme: SECONDARY.scheme,
  });
}
function ladderSections(counts) {
  return counts.map(([items, core], index) => ({
    code: String(index + 1), title: text(`第${'一二三四五六'[index]}章 ${CHAPTERS[index][0]}`, CHAPTERS[index][1]),
    items: Array.from({ length: items }, (_, i) => gradeItem(ladderItem(index + 1, i + 1), index + 1, i + 1, i < core)),
  }));
}

// ---- composite: three parts of 600, 400 and 100 points with minima, and two preconditions

const LEVELS = [
  ['full', '全部达到', 'All met', 100], ['most', '大部分达到', 'Mostly', 90], ['half', '部分达到', 'Partly', 60], ['none', '未达到', 'None', 0]];
const levelItem = (code, zh, en, points) => ({
  code, type: 'single_choice', label: text(zh, en), required: true, points,
  options: LEVELS.map(([option, label, english, share]) => ({
    code: option, label: text(label, english), points: points * share / 100 })), sources,
});

export function compositeForm() {
  const yesNo = (code, zh, en) => ({ code, type: 'yes_no', label: text(zh, en), required: true, sources });
  const section = (code, zh, en, items) => ({ code, title: text(zh, en), items });
  return form('composite', text('三级中西医结合医院评审表（样表）', 'Integrated hospital, sample'), {
    sections: [
      section('0', '前置要求', 'Preconditions', [
        yesNo('accident', '评审周期内发生过重大医疗责任事故', 'A grave medical accident in the period'),
        yesNo('lent', '评审周期内出卖、转让或出借过医疗机构执业许可证', 'The licence was sold, transferred or lent')]),
      section('1', '第一章 医院基本要求', 'Basic requirements', [
        levelItem('1.1', '中西医结合发展方向', 'Direction of development', 100), levelItem('1.2', '人员队伍建设', 'Staff', 100)]),
      section('2', '第二章 临床科室建设', 'Clinical departments', [
        levelItem('2.1', '重点专科建设', 'Key departments', 200), levelItem('2.2', '诊疗方案实施与优化', 'Treatment plans', 200)]),
      section('3', '第三章 综合服务功能', 'General services', [
        levelItem('3.1', '医疗质量管理', 'Quality of care', 200), levelItem('3.2', '护理质量管理', 'Nursing', 200)]),
      section('4', '第四章 核心指标', 'Core indicators', [levelItem('4.1', '医院感染管理', 'Infection control', 100)]),
    ],
    scheme: {
      kind: 'composite', veto_grade: 'fail',
      preconditions: [
        { code: 'P1', label: text('发生重大医疗责任事故', 'Grave medical accident'), when: "${accident} = 'yes'", sources },
        { code: 'P2', label: text('出卖、转让或出借执业许可证', 'Licence sold or lent'), when: "${lent} = 'yes'", sources }],
      parts: [
        { code: 'p1', label: text('第一部分 中西医结合服务功能', 'Part 1: integrated services'), sections: ['1', '2'], weight: 600 },
        { code: 'p2', label: text('第二部分 综合服务功能', 'Part 2: general services'), sections: ['3'], weight: 400 },
        { code: 'p3', label: text('第三部分 核心指标', 'Part 3: core indicators'), sections: ['4'], weight: 100 }],
      grades: [
        outcome('first', '三级甲等', 'Tertiary, class A', 'good', { demands: [
          { parts: ['p1', 'p2'], minimum: 900 }, { parts: ['p1'], minimum: 85, percent: true, each_section: true },
          { parts: ['p2'], minimum: 340 }, { parts: ['p3'], minimum: 90, percent: true }] }),
        outcome('second', '三级乙等', 'Tertiary, class B', 'middle', { demands: [
          { parts: ['p1', 'p2'], minimum: 750 }, { parts: ['p2'], minimum: 280 }] }),
        outcome('fail', '不合格', 'Not qualified', 'bad', {
          consequence: text('整改期满后可重新申请评审。', 'Apply again once the time to mend is over.') }),
      ],
    },
  });
}

// ---- stages: villages without a clinic; how many reached each stage

export const STAGES = [
  ['started', '已动工', 'Started'], ['built', '主体完成', 'Built'], ['fitted', '装修设备到位', 'Fitted'], ['doctor', '村医到位', 'Doctor']];
const stageLabels = () => STAGES.map(([code, zh, en]) => ({ code, label: text(zh, en) }));

// `required` stages would block the result as long as a village is not finished, so they are not.
export function stagesForm(villages = 167) {
  return form('stages', text('村卫生室空白村建设进度（样表）', 'Villages without a clinic, sample'), {
    sections: [{
      code: '1', title: text('空白村名单', 'Villages'), items: [{
        code: 'villages', type: 'repeat', label: text('空白村', 'Villages'), instance_label: text('村', 'Village'),
        count: String(villages),
        children: [
          { code: 'name', type: 'text', label: text('村名', 'Name') },
          { code: 'progress', type: 'stages', label: text('建设进度', 'Progress'), stages: stageLabels(), sources }],
      }],
    }],
    scheme: { kind: 'stages', stages: stageLabels(), bands: [
      outcome('done', '全部完成', 'Finished', 'good', { at_least: 100 }),
      outcome('on_time', '按进度推进', 'In time', 'middle', { at_least: 80, below: 100 }),
      outcome('late', '进度滞后', 'Late', 'bad', { below: 80 })] },
  });
}

// ---- ratio and figure checks: the progress report of Yongzhou, January to July 2019

export function ratioForm() {
  const ratio = (code, zh, en) => ({ code, type: 'ratio', label: text(zh, en), decimals: 2, sources });
  const count = (code, zh, en) => ({ code, type: 'integer', label: text(zh, en) });
  return form('ratio', text('民生实事进展核对表（样表）', 'Progress of public works, sample'), {
    sections: [
      { code: '1', title: text('任务进展', 'Progress'), items: [
        ratio('cancer', '“两癌”免费检查任务完成率', 'Cancer screening done'),
        ratio('prenatal', '免费产前筛查完成率', 'Prenatal screening done'),
        ratio('treated', '产筛异常干预率', 'Abnormal results treated')] },
      { code: '2', title: text('空白村卫生室', 'Village clinics'), items: [
        ratio('progress', '村卫生室建设进度', 'Village clinics, progress'),
        count('started', '已动工', 'Started'), count('built', '主体完成', 'Built'),
        count('fitted', '装修设备到位', 'Fitted'), count('doctor', '村医到位', 'Doctor')] },
      { code: '3', title: text('公开招标', 'Public tenders'), items: [
        count('tenders', '公开招标项目', 'Tenders'), count('works', '其中：工程类', 'Works'),
        count('goods', '其中：货物类', 'Goods')] },
    ],
    checks: [
      { code: 'k1', label: text('建设进度', 'Progress'), kind: 'stages', ratio: 'progress',
        reached: ['started', 'built', 'fitted', 'doctor'] },
      { code: 'k2', label: text('公开招标', 'Tenders'), kind: 'parts', total: 'tenders', parts: ['works', 'goods'] },
      { code: 'k3', label: text('任务链', 'Chain'), kind: 'chain',
        figures: ['prenatal:denominator', 'prenatal:numerator', 'treated:denominator', 'treated:numerator'] }],
    scheme: { kind: 'ratio',
      targets: [{ item: 'cancer', kind: 'task', at_least: 80 }, { item: 'prenatal', kind: 'task', at_least: 80 },
        { item: 'treated', kind: 'coverage', at_least: 70 }],
      bands: [outcome('met', '目标全部完成', 'All targets met', 'good', { at_least: 100 }),
        outcome('partly', '部分完成', 'Some met', 'middle', { at_least: 50, below: 100 }),
        outcome('missed', '多数未完成', 'Most missed', 'bad', { below: 50 })] },
  });
}

// As the report stated them; what follows is in shared/vectors/domain.json and in the tests' own reckoning.
export const YONGZHOU = {
  'cancer:numerator': '82353', 'cancer:denominator': '98200', 'cancer:reported': '83.86',
  'prenatal:numerator': '25859', 'prenatal:denominator': '38000', 'prenatal:reported': '68.05',
  'treated:numerator': '3275', 'treated:denominator': '4493', 'treated:reported': '72.89',
  'progress:denominator': '167', 'progress:reported': '85.48', started: '165', built: '141', fitted: '98', doctor: '167',
  tenders: '49', works: '22', goods: '17',
};

// ---- several schemes, each judging its own sections

export function schemesForm() {
  return form('schemes', text('县级综合检查表（样表）', 'County inspection, sample'), {
    sections: [
      { code: '1', title: text('医院部分', 'Hospital'),
        items: Array.from({ length: 6 }, (_, i) => gradeItem(ladderItem(1, i + 1), 1, i + 1, i < 1)) },
      { code: '2', title: text('公共卫生部分', 'Public health'), items: [
        levelItem('2.1', '健康档案', 'Health records', 60), levelItem('2.2', '慢性病管理', 'Chronic diseases', 40)] },
      { code: '3', title: text('任务完成情况', 'Tasks'), items: [
        { code: 'cancer', type: 'ratio', label: text('“两癌”免费检查任务完成率', 'Cancer screening done'), decimals: 2,
          required: true, sources }] },
    ],
    schemes: [
      { code: 'hospital', label: text('医院评审', 'Hospital'), sections: ['1'], scheme: SECONDARY.scheme },
      { code: 'public_health', label: text('公共卫生考核', 'Public health'), sections: ['2'],
        scheme: { kind: 'points', total: 100, bands: [
          outcome('good', '优秀', 'Excellent', 'good', { at_least: 85 }),
          outcome('pass', '合格', 'Pass', 'middle', { at_least: 60, below: 85 }),
          outcome('poor', '不合格', 'Fail', 'bad', { below: 60 })] } },
      { code: 'tasks', label: text('民生实事', 'Public works'), sections: ['3'],
        scheme: { kind: 'ratio', targets: [{ item: 'cancer', kind: 'task', at_least: 80 }] } },
    ],
    documents: SECONDARY.documents,
  });
}

export const FORMS = { ladder: ladderForm, composite: compositeForm, stages: stagesForm, ratio: ratioForm, schemes: schemesForm };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? '.';
  mkdirSync(folder, { recursive: true });
  const write = (name, made) => writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(made, null, 1)}\n`);
  for (const [name, make] of Object.entries(FORMS)) write(name, make());
  write('ladder_small', ladderForm(SMALL, 'ladder-small'));
}

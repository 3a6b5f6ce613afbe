// What stands in place of the app when it cannot start or has stopped, and the ways out.

import { sentenceOf, showPanel } from './panel.js';

const title = { zh: '无法启动', en: 'Cannot start' };
const reload = { zh: '重新打开', en: 'Reload', run: () => location.reload() };

export function showFailure(code, sentence) {
  showPanel({ title, sentence, code, actions: [reload] });
}

export const showPageFailure = (code, context) => showFailure(code, sentenceOf(code, context));

// The database is damaged; the worker can still read it. `rescue()` offers the rescue file, `startAfresh()` puts the damaged
// data aside and begins with none.
export function showDamage(code, sentence, { rescue, startAfresh }) {
  const back = () => showDamage(code, sentence, { rescue, startAfresh });
  const confirm = () => showPanel({
    title: { zh: '重新开始？', en: 'Start afresh?' },
    sentence: {
      zh: '将使用空的数据库。损坏的数据不会删除，仍保留在本机；请先导出救援文件。',
      en: 'An empty database will be used. The damaged data is not deleted and stays on this device; export the rescue file first.',
    },
    actions: [
      { zh: '返回', en: 'Back', run: back },
      { zh: '确认重新开始', en: 'Start afresh now', run: startAfresh },
    ],
  });
  showPanel({
    title, sentence, code,
    actions: [
      { zh: '导出救援文件', en: 'Export rescue file', run: rescue },
      { zh: '重新开始', en: 'Start afresh', run: confirm },
    ],
  });
}

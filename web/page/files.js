// Finished files: a download at once, and a link that stays until it is put away, because browsers may block a download
// that does not follow a tap (Safari on iOS), and because people press the wrong button.

import { showNotice } from './panel.js';

export function offerFile({ name, type, bytes }) {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  showNotice('file', {
    zh: `文件已生成：${name}`, en: `File ready: ${name}`,
    actions: [{ zh: '再次保存', en: 'Save again', run: () => link.click() }],
    closed: () => URL.revokeObjectURL(url),
  });
}

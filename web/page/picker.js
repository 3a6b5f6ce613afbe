// Files for an item: picked, shrunk where they are pictures, handed over one at a time, so that memory holds one however many
// were picked. Whether something is taken, and its words when it is not, are the app's.

import { sentenceOf, showNotice } from './panel.js';
import { isPicture, shrink } from './pictures.js';

const MAX_PICTURE_BYTES = 100 << 20;  // before it is made smaller

export class Picker {
  #ask;
  #busy = Promise.resolve();  // one selection after the other

  // `ask(record, transfer)` gives a promise of undefined or of the failure.
  constructor(ask) { this.#ask = ask; }

  // Opens the system's picker, or the camera.
  pick(request) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = request.accept ?? '';
    input.multiple = Boolean(request.multiple);
    if (request.service === 'camera') input.setAttribute('capture', 'environment');
    input.hidden = true;
    // In the document while it is open: Safari on iOS forgets pickers of elements that nobody holds.
    document.body.append(input);
    const done = () => input.remove();
    input.addEventListener('cancel', done);
    input.addEventListener('change', () => { done(); this.add(request, [...input.files]); });
    // The tap has been to the worker and back, within some milliseconds; browsers allow seconds. Where the permission has
    // run out all the same, one more tap is asked for.
    if (navigator.userActivation && !navigator.userActivation.isActive) {
      showNotice('service', {
        zh: request.title, en: request.title,
        actions: [{ zh: '选择文件', en: 'Choose files', run: () => input.click() }],
      });
    } else {
      input.click();
    }
  }

  add(request, files) {
    this.#busy = this.#busy.then(() => this.#addAll(request, files)).catch((error) => console.warn(error));
  }

  async #addAll(request, files) {
    let cancelled = false;
    const refused = [];
    const progress = (index) => showNotice('service', {
      zh: `正在添加 ${index + 1}/${files.length}…`, en: `Adding ${index + 1} of ${files.length}…`,
      actions: [{ zh: '取消', en: 'Cancel', run: () => { cancelled = true; } }], closable: false,
    });
    let notice = null;
    for (const [index, file] of files.entries()) {
      if (cancelled) break;
      notice = progress(index);
      const failure = await this.#addOne(request, file);
      if (failure) refused.push({ name: file.name, ...failure });
    }
    notice?.close();
    if (refused.length === 0) return;
    const list = (language) => refused.map((each) => `${each.name}：${each[language]}`).join('\n');
    showNotice('service', { zh: `没有添加\n${list('zh')}`, en: `Not added\n${list('en')}` });
  }

  // undefined, or the failure as {zh, en}.
  async #addOne(request, file) {
    const shrinks = request.shrink && isPicture(file);
    const limit = shrinks ? MAX_PICTURE_BYTES : request.maxBytes;
    if (limit && file.size > limit) return sentenceOf('ERR_PAGE_FILE_SIZE', `${Math.floor(limit / (1 << 20))} MiB`);
    try {
      const { bytes, name } = shrinks ? await shrink(file) : { bytes: await file.arrayBuffer(), name: file.name };
      return await this.#ask({ kind: 'attach', path: request.path, name, bytes }, [bytes]);
    } catch (error) {
      return sentenceOf('ERR_PAGE_FILE_READ', error.name);
    }
  }
}

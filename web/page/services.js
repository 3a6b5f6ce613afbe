// What the app asks of the page for an item: files, photos, a drawing, the position, a code. The page fetches and carries;
// whether something is taken, and its words when it is not, are the app's. One file is on its way at a time, so memory
// holds one however many were picked.

import { draw } from './drawing.js';
import { sentenceOf, showNotice } from './panel.js';
import { canPosition, findPosition } from './position.js';
import { isPicture, shrink } from './pictures.js';
import { canScan, scan } from './scan.js';

const POSITION = 12, TEXT = 5;  // model::ValueKind
const MAX_PICTURE_BYTES = 100 << 20;  // before it is made smaller

export class Services {
  #send; #places = [];
  #answers = new Map();  // number → resolve
  #asked = 0;
  #busy = Promise.resolve();  // one selection after the other

  // `send(record, transfer)` takes records for the worker.
  constructor(send) {
    this.#send = send;
    send({ kind: 'services', position: canPosition() ? 1 : 0, scan: canScan() ? 1 : 0 });
  }

  // What a 'mirror' message says beside the controls.
  take({ requests = [], filePlaces } = {}) {
    if (filePlaces) this.#places = filePlaces;
    for (const request of requests) this.#begin(request);
  }

  // An 'answered' message.
  answered({ number, failure }) {
    this.#answers.get(number)?.(failure);
    this.#answers.delete(number);
  }

  // Files dropped on the stage, or pasted: they belong to the place under the pointer, or to the only one there is.
  listen(stage, signal) {
    let pointer = { x: -1, y: -1 };
    const on = (target, name, action) => target.addEventListener(name, action, { signal });
    const placeAt = ({ x, y }) => this.#places.find(({ place: [left, top, width, height] }) =>
      x >= left && y >= top && x < left + width && y < top + height);
    const pointOf = (event) => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const bringsFiles = (event) => event.dataTransfer?.types.includes('Files');
    on(stage, 'pointermove', (event) => { pointer = pointOf(event); });
    on(window, 'dragover', (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();  // never let the browser leave the app for a dropped file
      event.dataTransfer.dropEffect = placeAt(pointOf(event)) ? 'copy' : 'none';
    });
    on(window, 'drop', (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      const place = placeAt(pointOf(event));
      if (place) this.#add(place.request, [...event.dataTransfer.files]);
    });
    on(window, 'paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const place = placeAt(pointer) ?? (this.#places.length === 1 ? this.#places[0] : null);
      if (files.length === 0 || !place) return;
      event.preventDefault();
      this.#add(place.request, files);
    });
  }

  #ask(record, transfer = []) {
    const number = ++this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(number, resolve);
      this.#send({ ...record, number }, transfer);
    });
  }

  async #begin(request) {
    const { service, path } = request;
    if (service === 'files' || service === 'camera') {
      this.#pick(request);
    } else if (service === 'drawing') {
      const file = await draw(request.title);
      if (file) this.#add(request, [file]);
    } else {
      const found = await (service === 'position' ? findPosition() : scan(request.title));
      if (!found) return;
      const kind = service === 'position' ? POSITION : TEXT;
      const failure = found.failure ?? await this.#ask({ kind: 'found', path, valueKind: kind, text: found.text });
      if (failure) showNotice('service', failure);
    }
  }

  #pick(request) {
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
    input.addEventListener('change', () => { done(); this.#add(request, [...input.files]); });
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

  #add(request, files) {
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

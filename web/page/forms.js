// Form files on their way into the app: picked, dropped on the stage, or fetched from a commission's desk. What a file is
// worth is decided by the app.

import { sentenceOf, showNotice } from './panel.js';

const MAX_BYTES = 32 << 20;  // of a form; the largest known ones are below 2 MiB
const ACCEPT = '.xlsx,.json,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const address = (desk, path) => new URL(path, desk.replace(/\/*$/, '/')).href;

export class Forms {
  #send; #takes = false;

  // `send(record, transfer)` takes records for the worker.
  constructor(send) { this.#send = send; }

  // What a 'mirror' message says of forms: requests, each once, and whether a dropped file is one.
  take({ requests = [], takes }) {
    if (takes !== undefined) this.#takes = takes;
    for (const request of requests) {
      if (request.kind === 'pick') this.#pick();
      else this.#fetch(request).catch((error) => this.#failed('ERR_PAGE_FETCH', `${request.desk}: ${error.message}`));
    }
  }

  listen(signal) {
    const on = (name, action) => window.addEventListener(name, action, { signal });
    const bringsFiles = (event) => this.#takes && event.dataTransfer?.types.includes('Files');
    on('dragover', (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();  // never let the browser leave the app for a dropped file
      event.dataTransfer.dropEffect = 'copy';
    });
    on('drop', (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      this.#read(event.dataTransfer.files[0]);
    });
  }

  // `failure`: {zh, en}.
  refused(failure) {
    showNotice('forms', { ...failure, actions: [] });
    this.#send({ kind: 'formsFailed' });
  }

  #failed(code, context) { this.refused(sentenceOf(code, context)); }

  #pick() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPT;
    input.hidden = true;
    // In the document while it is open: Safari on iOS forgets pickers of elements that nobody holds.
    document.body.append(input);
    input.addEventListener('cancel', () => input.remove());
    input.addEventListener('change', () => { input.remove(); this.#read(input.files[0]); });
    input.click();
  }

  async #read(file) {
    if (!file) return;
    try {
      if (file.size > MAX_BYTES) throw new Error(`${Math.ceil(file.size / (1 << 20))} MiB`);
      this.#arrived({ name: file.name, bytes: await file.arrayBuffer() });
    } catch (error) {
      this.#failed('ERR_PAGE_FORM_FILE', `${file.name}: ${error.message}`);
    }
  }

  async #fetch({ kind, desk, sha256, name }) {
    const path = kind === 'list' ? 'api/forms' : `api/forms/${sha256}`;
    const response = await fetch(address(desk, path), { credentials: 'omit', cache: 'no-store' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    if (kind === 'list') {
      this.#send({ kind: 'offers', desk, text: await response.text() });
    } else {
      this.#arrived({ name: `${name}.json`, bytes: await response.arrayBuffer(), sha256, origin: desk });
    }
  }

  #arrived({ name, bytes, sha256 = '', origin = '' }) {
    this.#send({ kind: 'form', name, bytes, sha256, origin }, [bytes]);
  }
}

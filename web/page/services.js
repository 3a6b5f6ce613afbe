// What the app asks of the page for an item: files, photos, a drawing, the position, a code. The page fetches and carries;
// whether something is taken, and its words when it is not, are the app's.

import { draw } from './drawing.js';
import { FilePlaces } from './file_places.js';
import { showNotice } from './panel.js';
import { Picker } from './picker.js';
import { canPosition, findPosition } from './position.js';
import { canScan, scan } from './scan.js';

// Services that find one text: what it is to the answer is the app's to know.
const FINDERS = { position: () => findPosition(), scan: (request) => scan(request.title) };

export class Services {
  #send;
  #answers = new Map();  // number → resolve
  #asked = 0;
  #picker = new Picker((record, transfer) => this.#ask(record, transfer));
  #places = new FilePlaces((request, files) => this.#picker.add(request, files));

  // `send(record, transfer)` takes records for the worker.
  constructor(send) {
    this.#send = send;
    send({ kind: 'services', position: canPosition() ? 1 : 0, scan: canScan() ? 1 : 0 });
  }

  // What a 'mirror' message says beside the controls.
  take({ requests = [], filePlaces } = {}) {
    if (filePlaces) this.#places.set(filePlaces);
    for (const request of requests) this.#begin(request);
  }

  // An 'answered' message.
  answered({ number, failure }) {
    this.#answers.get(number)?.(failure);
    this.#answers.delete(number);
  }

  listen(stage, signal) { this.#places.listen(stage, signal); }

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
      this.#picker.pick(request);
    } else if (service === 'drawing') {
      const file = await draw(request.title);
      if (file) this.#picker.add(request, [file]);
    } else {
      const found = await FINDERS[service](request);
      if (!found) return;
      const failure = found.failure ?? await this.#ask({ kind: 'found', path, service, text: found.text });
      if (failure) showNotice('service', failure);
    }
  }
}

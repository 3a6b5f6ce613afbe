// The worker: one wasm instance. Passes the page's records to the exported functions of main.cc.

import createApp from './app.js';
import { closeSlots, openSlots, startAfresh } from './slots.js';

let app = null;
let slots = [];

// Events carry the page's clock; the app's is this worker's performance.now().
const toOwnClock = (epochMs) => epochMs - performance.timeOrigin;

function withText(texts, call) {
  const pointers = texts.map((text) => app.stringToNewUTF8(text));
  try {
    return call(...pointers);
  } finally {
    pointers.forEach((pointer) => app._free(pointer));
  }
}

const failureOf = (json) => (app.HEAPU8[json] === 0 ? undefined : JSON.parse(app.UTF8ToString(json)));
const answer = (number, call) => postMessage({ kind: 'answered', number, failure: call() });

// `use` with the file in the app's memory; where there is not so much, the failure and nothing else.
function withFile(bytes, use) {
  const place = app._pingshen_file_buffer(bytes.byteLength);
  if (!place) return { zh: '内存不足，文件没有读入。', en: 'Not enough memory; the file was not read.' };
  app.HEAPU8.set(new Uint8Array(bytes), place);
  return use();
}

// Storage faults by the browser's names; anything else is a fault in our own files.
function startFault(error) {
  const busy = error.name === 'NoModificationAllowedError' || error.name === 'InvalidStateError';
  return busy ? { code: 'ERR_PAGE_STORAGE_BUSY' } : { code: 'ERR_PAGE_STORAGE', context: error.name };
}

async function start({ canvas, size }, compiled) {
  try {
    slots = await openSlots();
  } catch (error) {
    postMessage({ kind: 'cannotStart', ...startFault(error) });
    return;
  }
  const wasm = await compiled;
  app = await createApp({
    slots,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm));
      return {};
    },
  });
  app.specialHTMLTargets['#canvas'] = canvas;
  canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
  canvas.addEventListener('webglcontextrestored', () => app._pingshen_context_restored());
  app._pingshen_start(size.width, size.height, size.density, size.safeTop, size.safeBottom);
}

function close() {
  app?._pingshen_close();
  app = null;
  closeSlots(slots.splice(0));
}

let giveModule;
const compiled = new Promise((resolve) => { giveModule = resolve; });

const records = {
  resize: (r) => app._pingshen_resize(r.width, r.height, r.density, r.safeTop, r.safeBottom),
  pointer: (r) => app._pingshen_pointer(r.action, r.x, r.y, r.touch, toOwnClock(r.at)),
  wheel: (r) => app._pingshen_wheel(r.dx, r.dy),
  key: (r) => app._pingshen_key(r.key, r.down),
  activate: (r) => withText([r.id], (id) => app._pingshen_activate(id, toOwnClock(r.at))),
  focus: (r) => withText([r.id], (id) => app._pingshen_focus(id)),
  edit: (r) => withText([r.id, r.text], (id, text) =>
    app._pingshen_edit(id, text, r.composing, r.committed, r.number, toOwnClock(r.at))),
  services: (r) => app._pingshen_services(r.position, r.scan),
  attach: (r) => answer(r.number, () => withFile(r.bytes,
    () => withText([r.path, r.name], (path, name) => failureOf(app._pingshen_attach(path, name))))),
  found: (r) => answer(r.number, () => withText([r.path, r.service, r.text],
    (path, service, text) => failureOf(app._pingshen_found(path, service, text)))),
  form: (r) => {
    const failure = withFile(r.bytes, () => withText([r.name, r.sha256, r.origin],
      (name, sha256, origin) => app._pingshen_form(name, sha256, origin)));
    if (failure) postMessage({ kind: 'formFailed', failure });
  },
  offers: (r) => withText([r.desk, r.text], (desk, text) => app._pingshen_offers(desk, text)),
  formsFailed: () => app._pingshen_forms_failed(),
  rescue: () => app._pingshen_rescue(),
  wake: () => app._pingshen_wake(),
  diagnostics: (r) => postMessage({
    kind: 'diagnostics',
    number: r.number,
    heapBytes: app.HEAPU8.byteLength,
    ...JSON.parse(app.UTF8ToString(app._pingshen_diagnostics())),
  }),
};

// Rejections do not reach the page's onerror.
self.onunhandledrejection = ({ reason }) => {
  postMessage({ kind: 'cannotStart', code: 'ERR_PAGE_CRASH', context: String(reason?.message ?? reason) });
};

self.onmessage = async ({ data }) => {
  if (data.kind === 'module') {
    giveModule(data.module);
  } else if (data.kind === 'start') {
    await start(data, compiled);
  } else if (data.kind === 'close') {
    close();
    if (data.afresh) await startAfresh();
    postMessage({ kind: 'closed' });
  } else if (app) {
    records[data.kind](data);
  }
};

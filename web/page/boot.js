// Starts the app: one tab, one worker, one canvas. Everything that can begin early begins before anything is waited for.

import { showDamage, showFailure, showPageFailure } from './failure.js';
import { offerFile } from './files.js';
import { Forms } from './forms.js';
import { listen, measure, watchSize } from './input.js';
import { Mirror } from './mirror.js';
import { hidePanel, showPanel } from './panel.js';
import { Services } from './services.js';
import { claimStore } from './tabs.js';
import { keepOffline } from './update.js';

const stage = document.getElementById('stage');

let running = null;  // {worker, ended: AbortController}
let interactiveMs = null;
let offline = null;
let question = 0;
const questions = new Map();

function missingFeature() {
  const needed = {
    WebAssembly: globalThis.WebAssembly?.compileStreaming,
    'Web Locks': navigator.locks,
    OPFS: navigator.storage?.getDirectory,
    OffscreenCanvas: HTMLCanvasElement.prototype.transferControlToOffscreen,
    visualViewport: globalThis.visualViewport,
  };
  return Object.keys(needed).find((name) => !needed[name]);
}

function fail(code, context) {
  // After a crash nothing of the program is trusted any more, least of all to close the database: the log is whole as it is.
  if (code === 'ERR_PAGE_CRASH') running?.worker.terminate();
  stop();
  showPageFailure(code, context);
}

async function compile() {
  const response = await fetch(new URL('app.wasm', import.meta.url));
  if (!response.ok) throw new Error(`app.wasm: HTTP ${response.status}`);
  // A static host may not know the media type of wasm files, which compileStreaming insists on.
  if (response.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

function makeWorker() {
  const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message ? 'ERR_PAGE_CRASH' : 'ERR_PAGE_LOAD', event.message || 'worker.js');
  };
  return worker;
}

// `module`: promise of the compiled program.
function start(module, worker) {
  hidePanel();
  const ended = new AbortController();
  const send = (record, transfer = []) => worker.postMessage(record, transfer);
  let services = null;
  running = { worker, ended };
  const mirrorBox = document.createElement('div');
  mirrorBox.id = 'mirror';
  const mirror = new Mirror(mirrorBox, document.getElementById('announcer'), send);
  const forms = new Forms(send);
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  stage.replaceChildren(canvas, mirrorBox);

  const handlers = {
    mirror: (message) => {
      mirror.apply(message);
      services?.take(message.extras);
      if (message.extras?.forms) forms.take(message.extras.forms);
    },
    answered: (message) => services?.answered(message),
    formFailed: ({ failure }) => forms.refused(failure),
    file: offerFile,
    kept: () => navigator.storage.persist?.(),
    cannotStart: ({ code, context, zh, en, rescue }) => {
      if (!zh) {
        fail(code, context);
      } else if (!rescue) {
        stop();
        showFailure(code, { zh, en });
      } else {
        showDamage(code, { zh, en }, {
          rescue: () => send({ kind: 'rescue' }),
          startAfresh: async () => { await stop({ afresh: true }); location.reload(); },
        });
      }
    },
    ready: () => {
      interactiveMs ??= performance.now();
      services = new Services(send);
      services.listen(stage, ended.signal);
      forms.listen(ended.signal);  // behind the other: what it says of a dragged file counts
      document.getElementById('start').hidden = true;
      offline ??= keepOffline(stop).catch((error) => console.warn(error));  // works on without it, only not offline
    },
    diagnostics: ({ number, kind, ...rest }) => { questions.get(number)?.(rest); questions.delete(number); },
  };
  worker.onmessage = ({ data }) => handlers[data.kind]?.(data);

  const offscreen = canvas.transferControlToOffscreen();
  worker.postMessage({ kind: 'start', canvas: offscreen, size: measure(stage) }, [offscreen]);
  module.then(
    (compiled) => send({ kind: 'module', module: compiled }),
    (error) => fail('ERR_PAGE_LOAD', error.message));
  listen(stage, send, ended.signal);
  watchSize(stage, () => send({ kind: 'resize', ...measure(stage) }), ended.signal);
}

// Stores what is being typed, closes the data, ends the worker.
async function stop(message = {}) {
  if (!running) return;
  const { worker, ended } = running;
  running = null;
  if (stage.contains(document.activeElement)) document.activeElement.blur();
  ended.abort();
  await new Promise((resolve) => {
    worker.onmessage = ({ data }) => { if (data.kind === 'closed') resolve(); };
    worker.postMessage({ kind: 'close', ...message });
    setTimeout(resolve, 3000);  // a worker that hangs: ending it frees its files, too
  });
  worker.terminate();
  stage.replaceChildren();
}

const missing = missingFeature();
if (missing) {
  fail('ERR_PAGE_BROWSER', missing);
} else {
  const module = compile();
  module.catch(() => {});  // told where it is awaited
  let worker = makeWorker();
  let stopped = Promise.resolve();
  const tabs = claimStore({
    granted: async () => {
      await stopped;
      start(module, worker ?? makeWorker());
      worker = null;
    },
    taken: () => { stopped = stop(); },
    busy: () => showPanel({
      title: { zh: '已在另一个标签页打开', en: 'Open in another tab' },
      sentence: {
        zh: '评审通一次只能在一个标签页中使用。已保存的答案都在。',
        en: 'Pingshen can be used in one tab at a time. Everything saved is there.',
      },
      actions: [{ zh: '接管', en: 'Take over', run: () => tabs.takeOver() }],
    }),
  });
}

// For tests and measurements; nothing in the app depends on it.
window.__pingshen = Object.freeze({
  // Milliseconds from navigation to the first frame with its controls; null before.
  get interactiveMs() { return interactiveMs; },
  // Frame counts, memory and save times of the worker.
  read: () => new Promise((resolve) => {
    questions.set(++question, resolve);
    running?.worker.postMessage({ kind: 'diagnostics', number: question });
  }),
});

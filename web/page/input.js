// DOM events → records for the worker. The whole stage is one surface: mirror elements lie on it, and what happens to
// them bubbles up to here and is passed on by its place.

const MOVE = 0, DOWN = 1, UP = 2, CANCEL = 3, LEAVE = 4;  // PointerAction in input_queue.h
const KEYS = ['Escape', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'];  // PageKey
const LINE_PX = 40;  // a wheel step that the browser counts in lines (Firefox: 3 lines a notch)

const isTextField = (element) => element.matches?.('input:not([type=radio],[type=checkbox]),textarea');
const epoch = (event) => performance.timeOrigin + event.timeStamp;

// Listens on `stage` until `signal` aborts; `send` takes records.
export function listen(stage, send, signal) {
  let pressed = null;  // id of the pointer that is down

  const pointer = (action, event) => {
    const box = stage.getBoundingClientRect();
    send({
      kind: 'pointer', action, x: event.clientX - box.left, y: event.clientY - box.top,
      touch: event.pointerType === 'touch' ? 1 : 0, at: epoch(event),
    });
  };
  const on = (target, name, action, options = {}) =>
    target.addEventListener(name, action, { signal, ...options });

  on(stage, 'pointerdown', (event) => {
    if (!event.isPrimary) {  // a second finger: the browser zooms
      if (pressed !== null) pointer(CANCEL, event);
      pressed = null;
      return;
    }
    if (event.button !== 0) return;
    // Selecting with the mouse inside a text field is the field's own; a finger may begin to scroll there.
    if (isTextField(event.target) && event.pointerType !== 'touch') return;
    pressed = event.pointerId;
    pointer(DOWN, event);
  });
  // On the window: a press may end outside the stage, and its element may be gone by then.
  on(window, 'pointermove', (event) => {
    if (pressed === null ? event.pointerType === 'mouse' : event.pointerId === pressed) pointer(MOVE, event);
  });
  on(window, 'pointerup', (event) => {
    if (event.pointerId !== pressed) return;
    pressed = null;
    pointer(UP, event);
  });
  on(window, 'pointercancel', (event) => {
    if (event.pointerId !== pressed) return;
    pressed = null;
    pointer(CANCEL, event);
  });
  on(document.documentElement, 'pointerleave', (event) => {
    if (pressed === null) pointer(LEAVE, event);
  });

  on(stage, 'wheel', (event) => {
    if (event.ctrlKey) return;  // the browser's zoom
    const field = event.target;
    if (field.tagName === 'TEXTAREA' && field === document.activeElement &&
        field.scrollHeight > field.clientHeight) return;
    event.preventDefault();
    const unit = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? LINE_PX : stage.clientHeight;
    send({ kind: 'wheel', dx: event.deltaX * unit, dy: event.deltaY * unit });
  }, { passive: false });

  for (const name of ['keydown', 'keyup']) {
    on(window, name, (event) => {
      const key = KEYS.indexOf(event.key);
      if (key < 0 || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target;
      if (event.key !== 'Escape' && (isTextField(target) || target.type === 'radio')) return;
      send({ kind: 'key', key, down: name === 'keydown' ? 1 : 0 });
    });
  }

  on(stage, 'contextmenu', (event) => { if (!isTextField(event.target)) event.preventDefault(); });
  on(stage, 'dragstart', (event) => event.preventDefault());
  on(document, 'visibilitychange', () => {
    // A phone may end a hidden page without another word: store what is being typed.
    if (document.hidden && isTextField(document.activeElement)) document.activeElement.dispatchEvent(new Event('change'));
    send({ kind: 'wake' });
  });
}

// Size of the stage for the worker.
export function measure(stage) {
  const style = getComputedStyle(stage);
  return {
    width: stage.clientWidth, height: stage.clientHeight, density: devicePixelRatio,
    safeTop: parseFloat(style.getPropertyValue('--safe-top')) || 0,
    safeBottom: parseFloat(style.getPropertyValue('--safe-bottom')) || 0,
  };
}

// Calls `changed` when the stage's size, the screen's density or the soft keyboard changes.
export function watchSize(stage, changed, signal) {
  const viewport = window.visualViewport;
  const fit = () => {
    // A soft keyboard makes the visual viewport lower without resizing the page (Safari on iOS, and Chrome before
    // version 108); zooming makes it smaller too, but must not reflow anything.
    const zoomed = viewport.scale > 1.01;
    stage.style.height = zoomed ? '' : `${viewport.height}px`;
    stage.style.top = zoomed ? '' : `${viewport.offsetTop}px`;
  };
  const observer = new ResizeObserver(changed);
  observer.observe(stage);
  viewport.addEventListener('resize', fit, { signal });
  viewport.addEventListener('scroll', fit, { signal });
  const watchDensity = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => { changed(); watchDensity(); }, { once: true, signal });
  };
  watchDensity();
  signal.addEventListener('abort', () => observer.disconnect());
}

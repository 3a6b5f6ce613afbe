// Text boxes: the person types into a real DOM field that lies over the drawn one, so input methods, phone keyboards,
// selection, paste and dictation are the system's own. Every change goes to the worker as the field's whole text.

const TYPES = { date: 'date', time: 'time', datetime: 'datetime-local', telephone: 'tel', password: 'password' };
const PICKED = new Set(['date', 'time', 'datetime-local']);  // typed part by part, or picked
const states = new WeakMap();  // element → {id, value: last value of the app, dirty: typed since the last commit}
let lastNumber = 0;  // of the edits sent, over all fields

function tell(element, send, event, committed) {
  const state = states.get(element);
  // A half-typed date reads as '': saying so would wipe the stored one.
  if (element.validity.badInput) return;
  // Input, then change, then blur: the same text is committed once.
  if (committed && !state.dirty) return;
  state.dirty = !committed;
  lastNumber += 1;
  send({
    kind: 'edit', id: state.id, text: element.value, composing: state.composing ? 1 : 0, committed: committed ? 1 : 0,
    number: lastNumber, at: performance.timeOrigin + event.timeStamp,
  });
}

export function makeTextField(control, send) {
  const element = document.createElement(control.multiline ? 'textarea' : 'input');
  const type = TYPES[control.mode] || 'text';
  const picked = PICKED.has(type);
  if (!control.multiline) element.type = type;
  if (type === 'date') element.max = '9999-12-31';
  else if (type === 'datetime-local') element.max = '9999-12-31T23:59';
  else if (control.mode === 'numeric' || control.mode === 'decimal') element.inputMode = control.mode;
  element.autocomplete = 'off';
  element.autocapitalize = 'off';
  element.spellcheck = false;
  element.dir = 'auto';  // as the drawn text under it
  element.enterKeyHint = control.multiline ? 'enter' : 'done';
  element.classList.add('interactive', 'field');
  const state = { id: control.id, value: null, dirty: false, composing: false };
  states.set(element, state);

  element.addEventListener('compositionstart', () => { state.composing = true; });
  element.addEventListener('compositionend', (event) => {
    state.composing = false;
    state.dirty = true;
    tell(element, send, event, false);
  });
  element.addEventListener('input', (event) => {
    state.dirty = true;
    tell(element, send, event, false);
  });
  // A date field changes with each digit of the year; it is finished when it is left.
  if (!picked) element.addEventListener('change', (event) => tell(element, send, event, true));
  element.addEventListener('blur', (event) => {
    // Safari 17 on iOS leaves a composition open when the field loses focus by a tap on another one: without this
    // the text would stay unstored.
    state.composing = false;
    tell(element, send, event, true);
  });
  element.addEventListener('keydown', (event) => {
    // 229: Enter that picks a candidate of the input method (Safari sends it with isComposing false).
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || control.multiline) return;
    tell(element, send, event, true);
  });
  return element;
}

export function updateTextField(element, control, editsTaken) {
  const state = states.get(element);
  const font = `${control.font64 / 64}px`;
  if (element.style.fontSize !== font) element.style.fontSize = font;
  if (control.max) element.maxLength = control.max;
  else element.removeAttribute('maxlength');
  element.readOnly = Boolean(control.disabled);
  const changed = control.value !== state.value;
  state.value = control.value;
  if (!changed || element.value === control.value) return;
  // What is being typed is newer than what the app knows.
  const typing = element === document.activeElement &&
    (state.composing || state.dirty || editsTaken < lastNumber || element.validity.badInput);
  if (!typing) element.value = control.value;
}

// The visible controls as real DOM elements, transparent, exactly over the drawn ones: for screen readers, keyboards and
// tests. Elements live as long as their control's id, so focus is never lost to an update.

import { makeTextField, updateTextField } from './text.js';

const PLACE_FLOATS = 5;  // MirrorDiff::kFloatsPerPlace
const TAGS = { button: 'button', link: 'a', radio: 'input', checkbox: 'input' };
const INTERACTIVE = new Set(['button', 'link', 'radio', 'checkbox', 'tab', 'textbox', 'slider']);
const NAMELESS = new Set(['group', 'tablist', 'dialog', 'progressbar', 'slider', 'img']);  // the name is no text to be read
// Keys of a slider activate the control of that name: "VC-20" → "VC-20=more".
const SLIDER_KEYS = {
  ArrowRight: 'more', ArrowUp: 'more', ArrowLeft: 'less', ArrowDown: 'less',
  PageUp: 'much-more', PageDown: 'much-less', Home: 'first', End: 'last',
};

function make(control, send) {
  if (control.role === 'textbox') return makeTextField(control, send);
  const tag = control.role === 'heading' ? `h${control.level || 2}` : TAGS[control.role] || 'div';
  const element = document.createElement(tag);
  if (tag === 'input') element.type = control.role;
  else if (tag === 'button') element.type = 'button';
  else if (tag === 'div' && control.role !== 'text') element.setAttribute('role', control.role);
  if (control.role === 'tab' || control.role === 'slider' || tag === 'a') element.tabIndex = 0;
  if (tag === 'a') element.setAttribute('role', 'link');
  if (INTERACTIVE.has(control.role)) element.classList.add('interactive');
  return element;
}

const setOrRemove = (element, name, value) => {
  if (value) element.setAttribute(name, value === true ? 'true' : value);
  else element.removeAttribute(name);
};

function update(element, control, edits) {
  if (control.role === 'textbox') {
    updateTextField(element, control, edits);
  } else if (element.tagName === 'INPUT') {
    if (control.role === 'radio') element.name = control.group || control.id;
    element.checked = Boolean(control.checked);
  } else if (NAMELESS.has(control.role)) {
    setOrRemove(element, 'aria-valuenow', control.value);
    setOrRemove(element, 'aria-valuetext', control.said);
    setOrRemove(element, 'aria-valuemin', control.low);
    setOrRemove(element, 'aria-valuemax', control.high);
  } else if (element.textContent !== control.name) {
    element.textContent = control.name;
  }
  if (!element.textContent || control.role === 'textbox') setOrRemove(element, 'aria-label', control.name);
  if (control.role === 'tab') element.setAttribute('aria-selected', String(Boolean(control.checked)));
  if (control.expanded === undefined) element.removeAttribute('aria-expanded');
  else element.setAttribute('aria-expanded', String(control.expanded));
  setOrRemove(element, 'aria-description', control.description);
  setOrRemove(element, 'data-owner', control.owner);
  // Not the `disabled` attribute: disabled elements swallow pointer events in Firefox and Chromium.
  setOrRemove(element, 'aria-disabled', control.disabled);
  setOrRemove(element, 'aria-invalid', control.invalid);
  setOrRemove(element, 'aria-required', control.required && control.role === 'textbox');
}

export class Mirror {
  #container; #announcer; #send;
  #elements = new Map();  // id → element
  #roles = new Map();
  #order = [];
  #pressed = false;  // a pointer press led to the next click: the canvas has answered it
  #focused = '';
  #named = 0;  // elements that bear an id of the page

  constructor(container, announcer, send) {
    this.#container = container;
    this.#announcer = announcer;
    this.#send = send;
    container.addEventListener('pointerdown', () => { this.#pressed = true; });
    container.addEventListener('keydown', () => { this.#pressed = false; });
    container.addEventListener('click', (event) => this.#click(event));
    container.addEventListener('focusin', (event) => this.#tellFocus(event.target));
    container.addEventListener('focusout', (event) => {
      if (!container.contains(event.relatedTarget)) this.#tellFocus(null);
    });
    container.addEventListener('keydown', (event) => {  // what a <button> does by itself
      const role = event.target.dataset.role;
      if (role === 'textbox' || role === 'button') return;
      if (role === 'slider') {
        const step = SLIDER_KEYS[event.key];
        if (!step || event.target.getAttribute('aria-disabled')) return;
        event.preventDefault();
        event.stopPropagation();  // it must not scroll as well
        send({ kind: 'activate', id: `${event.target.dataset.id}=${step}`, at: performance.timeOrigin + event.timeStamp });
        return;
      }
      if (event.key === 'Enter') event.target.click();
      if (event.key === ' ' && (role === 'tab' || role === 'link')) {
        event.preventDefault();
        event.target.click();
      }
    });
  }

  // One 'mirror' message of the worker.
  apply({ json, places, editsTaken, extras }) {
    const { order, controls = [] } = json ? JSON.parse(json) : {};
    for (const control of controls) this.#put(control, editsTaken);
    if (order) this.#reorder(order);
    if (json) this.#own();
    if (places) this.#place(places);
    if (!extras) return;
    document.documentElement.lang = extras.language;
    if (extras.announce) this.#announcer.textContent = extras.announce;
    if (extras.focus) this.#elements.get(extras.focus)?.focus({ preventScroll: true });
  }

  #put(control, editsTaken) {
    const kind = `${control.role} ${control.level} ${control.mode} ${control.multiline}`;
    let element = this.#elements.get(control.id);
    if (!element || this.#roles.get(control.id) !== kind) {
      const fresh = make(control, this.#send);
      fresh.dataset.id = control.id;
      fresh.dataset.role = control.role;
      element?.replaceWith(fresh);
      this.#elements.set(control.id, element = fresh);
      this.#roles.set(control.id, kind);
    }
    update(element, control, editsTaken);
  }

  #reorder(order) {
    const wanted = new Set(order);
    for (const [id, element] of this.#elements) {
      if (wanted.has(id)) continue;
      if (this.#focused === id) this.#tellFocus(null);
      element.remove();
      this.#elements.delete(id);
      this.#roles.delete(id);
    }
    // Moving an element takes its focus away: the focused one stays, what is before it too early goes to the end.
    let next = this.#container.firstChild;
    for (const id of order) {
      const element = this.#elements.get(id);
      while (element === document.activeElement && next !== element) {
        const early = next;
        next = next.nextSibling;
        this.#container.append(early);
      }
      if (element === next) next = next.nextSibling;
      else this.#container.insertBefore(element, next);
    }
    this.#order = order;
  }

  // An owner says which elements are its own; nested, they would lose their focus whenever they move.
  #own() {
    const owned = new Map();
    for (const id of this.#order) {
      const element = this.#elements.get(id);
      const owner = this.#elements.get(element.dataset.owner);
      if (!owner) continue;
      element.id ||= `owned-${++this.#named}`;
      owned.set(owner, [...owned.get(owner) ?? [], element.id]);
    }
    for (const [owner, ids] of owned) {
      if (owner.getAttribute('aria-owns') !== ids.join(' ')) owner.setAttribute('aria-owns', ids.join(' '));
    }
  }

  #place(places) {
    this.#order.forEach((id, index) => {
      const [x, y, width, height, visible] = places.subarray(index * PLACE_FLOATS, (index + 1) * PLACE_FLOATS);
      const element = this.#elements.get(id);
      if (!visible && element.classList.contains('away')) return;
      element.classList.toggle('away', !visible);
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      element.style.transform = visible ? `translate(${x}px,${y}px)` : '';
    });
  }

  #click(event) {
    const element = event.target.closest('[data-id]');
    if (!element || element.dataset.role === 'textbox') return;
    event.preventDefault();  // the app decides whether a box becomes checked
    const answered = this.#pressed && event.detail !== 0;
    this.#pressed = false;
    if (answered || element.getAttribute('aria-disabled')) return;
    this.#send({ kind: 'activate', id: element.dataset.id, at: performance.timeOrigin + event.timeStamp });
  }

  #tellFocus(element) {
    const shown = element?.dataset.id && (element.dataset.role === 'textbox' || element.matches(':focus-visible'));
    const id = shown ? element.dataset.id : '';
    if (id === this.#focused) return;
    this.#focused = id;
    this.#send({ kind: 'focus', id });
  }
}

// Files dropped on the stage, or pasted: they belong to the place under the pointer, or to the only one there is.

export class FilePlaces {
  #add; #places = [];

  // `add(request, files)` takes them.
  constructor(add) { this.#add = add; }

  // [{place: [left, top, width, height] in CSS pixels of the stage, request}]
  set(places) { this.#places = places; }

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
}

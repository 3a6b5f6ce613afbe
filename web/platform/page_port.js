addToLibrary({
  pingshen_page_mirror__deps: ['$UTF8ToString'],
  pingshen_page_mirror: (json, places, place_floats, edits_taken, extras_json) => {
    const message = { kind: 'mirror', editsTaken: edits_taken };
    const text = UTF8ToString(json);
    if (text) message.json = text;
    if (place_floats) message.places = HEAPF32.slice(places >> 2, (places >> 2) + place_floats);
    const extras = UTF8ToString(extras_json);
    if (extras) message.extras = JSON.parse(extras);
    postMessage(message, message.places ? [message.places.buffer] : []);
  },

  pingshen_page_ready: () => postMessage({ kind: 'ready' }),
  pingshen_page_kept: () => postMessage({ kind: 'kept' }),

  pingshen_page_cannot_start__deps: ['$UTF8ToString'],
  pingshen_page_cannot_start: (json) =>
    postMessage({ kind: 'cannotStart', ...JSON.parse(UTF8ToString(json)) }),
});

addToLibrary({
  pingshen_file_offer__deps: ['$UTF8ToString'],
  pingshen_file_offer: (name, media_type, bytes, size) => {
    try {
      const copy = HEAPU8.slice(bytes, bytes + size);
      postMessage({ kind: 'file', name: UTF8ToString(name), type: UTF8ToString(media_type), bytes: copy },
        [copy.buffer]);
      return 1;
    } catch {
      return 0;  // no memory for the copy
    }
  },
});

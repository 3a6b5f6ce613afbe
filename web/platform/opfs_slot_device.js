// Module.slots: FileSystemSyncAccessHandle[], opened by page/slots.js.
addToLibrary({
  $slotError: { name: '' },

  // Runs `action`, gives its number, or -2 when the browser's quota is used up, or -1.
  $trySlot__deps: ['$slotError'],
  $trySlot: (action) => {
    try {
      return action();
    } catch (error) {
      slotError.name = String((error && error.name) || error);
      return slotError.name === 'QuotaExceededError' ? -2 : -1;
    }
  },

  pingshen_slot_count: () => Module['slots'].length,

  pingshen_slot_read__deps: ['$trySlot'],
  pingshen_slot_read: (slot, offset, out, size) =>
    trySlot(() => Module['slots'][slot].read(HEAPU8.subarray(out, out + size), { at: offset })),

  // A short count means that the rest found no room.
  pingshen_slot_write__deps: ['$trySlot'],
  pingshen_slot_write: (slot, offset, bytes, size) =>
    trySlot(() =>
      Module['slots'][slot].write(HEAPU8.subarray(bytes, bytes + size), { at: offset }) === size
        ? size : -2),

  pingshen_slot_truncate__deps: ['$trySlot'],
  pingshen_slot_truncate: (slot, size) =>
    trySlot(() => { Module['slots'][slot].truncate(size); return 0; }),

  pingshen_slot_flush__deps: ['$trySlot'],
  pingshen_slot_flush: (slot) => trySlot(() => { Module['slots'][slot].flush(); return 0; }),

  pingshen_slot_size__deps: ['$trySlot'],
  pingshen_slot_size: (slot) => trySlot(() => Module['slots'][slot].getSize()),

  pingshen_slot_error__deps: ['$slotError', '$stringToUTF8'],
  pingshen_slot_error: (out, capacity) => { stringToUTF8(slotError.name, out, capacity); },
});

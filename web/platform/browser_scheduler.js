// Calls the exported pingshen_frame() and pingshen_timer() of main.cc.
addToLibrary({
  $scheduledTimer: { id: 0 },

  pingshen_schedule_frame: () => {
    requestAnimationFrame(() => _pingshen_frame());
  },

  pingshen_schedule_timer__deps: ['$scheduledTimer'],
  pingshen_schedule_timer: (after_ms) => {
    clearTimeout(scheduledTimer.id);
    scheduledTimer.id = setTimeout(() => _pingshen_timer(), after_ms);
  },

  pingshen_schedule_no_timer__deps: ['$scheduledTimer'],
  pingshen_schedule_no_timer: () => clearTimeout(scheduledTimer.id),
});

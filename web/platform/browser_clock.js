addToLibrary({
  pingshen_clock_utc_ms: () => Date.now(),
  pingshen_clock_monotonic_ms: () => performance.now(),
  pingshen_clock_utc_offset_minutes: (utc_ms) => -new Date(utc_ms).getTimezoneOffset(),
});

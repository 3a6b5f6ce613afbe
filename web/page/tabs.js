// One tab at a time owns the data: whoever holds the lock. Another tab waits in line, or takes over.

const LOCK = 'pingshen-store';

// Calls `granted()` when this tab may open the data, `busy()` when another has it, `taken()` when another took it away.
// The result's `takeOver()` takes it from whoever holds it.
export function claimStore({ granted, busy, taken }) {
  let waiting = null;

  const hold = (options) => navigator.locks.request(LOCK, options, (lock) => {
    if (!lock) {
      wait();
      return undefined;
    }
    waiting = null;
    granted();
    return new Promise(() => {});  // until the page goes, or another tab steals the lock
  }).catch((error) => {
    if (error.name !== 'AbortError') throw error;
    if (options.signal?.aborted) return;  // we left the line ourselves
    taken();
    wait();
  });

  function wait() {
    waiting = new AbortController();
    busy();
    hold({ signal: waiting.signal });
  }

  hold({ ifAvailable: true });
  return {
    takeOver() {
      waiting?.abort();
      hold({ steal: true });
    },
  };
}

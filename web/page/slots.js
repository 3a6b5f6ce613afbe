// Opens the app's files in the browser's private storage. In the worker, once, before main:
// afterwards every access is synchronous.
//
// store-1/slot-0 … slot-7. A damaged store is never deleted: starting afresh makes store-2, and the highest
// number is the one in use.

const SLOT_COUNT = 8;
const STORE_NAME = /^store-(\d+)$/;
// The handles of a tab that was just closed or taken over are freed a moment after its lock.
const RETRY_MS = 40;
const GIVE_UP_MS = 10000;

async function newestNumber(root) {
  let newest = 0;
  for await (const name of root.keys()) {
    const match = STORE_NAME.exec(name);
    if (match) newest = Math.max(newest, Number(match[1]));
  }
  return newest;
}

async function openOne(directory, index) {
  const file = await directory.getFileHandle(`slot-${index}`, { create: true });
  const started = performance.now();
  for (;;) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      const busy = error.name === 'NoModificationAllowedError' || error.name === 'InvalidStateError';
      if (!busy || performance.now() - started > GIVE_UP_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

// FileSystemSyncAccessHandle[]; throws what the browser throws.
export async function openSlots() {
  const root = await navigator.storage.getDirectory();
  const number = Math.max(1, await newestNumber(root));
  const directory = await root.getDirectoryHandle(`store-${number}`, { create: true });
  const opened = await Promise.allSettled(
    Array.from({ length: SLOT_COUNT }, (_, index) => openOne(directory, index)));
  const failed = opened.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    for (const outcome of opened) outcome.value?.close();
    throw failed.reason;
  }
  return opened.map((outcome) => outcome.value);
}

export function closeSlots(slots) {
  for (const slot of slots) slot.close();
}

// The next openSlots() begins with empty files; the old ones stay where they are.
export async function startAfresh() {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(`store-${(await newestNumber(root)) + 1}`, { create: true });
}

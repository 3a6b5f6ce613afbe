// Keeps the app for use without a network, and tells when a newer version lies ready.

import { showNotice } from './panel.js';

// `beforeReload()` stores what is being typed.
export async function keepOffline(beforeReload) {
  if (!navigator.serviceWorker) return;
  const wasControlled = Boolean(navigator.serviceWorker.controller);
  let reloading = false;
  navigator.serviceWorker.addEventListener('controllerchange', async () => {
    if (!wasControlled || reloading) return;
    reloading = true;
    await beforeReload();
    location.reload();
  });

  const registration = await navigator.serviceWorker.register(new URL('../sw.js', import.meta.url));
  const announce = (worker) => showNotice('update', {
    zh: '新版本已就绪', en: 'A new version is ready',
    actions: [{ zh: '立即更新', en: 'Update now', run: () => worker.postMessage('activate') }],
  });
  if (registration.waiting && wasControlled) announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && wasControlled) announce(worker);
    });
  });
}

// What a person does with the app whatever the form: install a form through the catalogue, begin an assessment, answer, sign.
// Controls are addressed by the ids that web/ui/io/mirror.h documents.

import { compose, settled, tap } from './lib.mjs';

export const ASSESSOR = '周春梅';
export const PASSPHRASE = '山高路远 7 里';

export const control = (page, id) => page.locator(`#mirror [data-id="${id}"]`);

// Taps a control and waits until what follows from it is drawn.
export async function go(page, id, options) {
  await tap(control(page, id), options);
  await settled(page);
}

// Waits until the log holds everything that was answered: the saved mark is shown and nothing is drawn any more.
export async function saved(page) {
  await control(page, 'status/saved').filter({ hasText: '已保存' }).waitFor({ state: 'attached' });
  await settled(page);
}

export async function openCatalogue(page, options) {
  await tap(control(page, 'nav/forms'), options);
  await control(page, 'forms/pick').waitFor({ state: 'attached' });
  await settled(page);
}

// As the system does it when a file is let go over the page.
export async function drop(page, bytes, name) {
  await page.evaluate(({ text, called }) => {
    const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], called));
    for (const kind of ['dragover', 'drop']) {
      document.getElementById('stage').dispatchEvent(
        new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, { text: Buffer.from(bytes).toString('base64'), called: name });
}

// From the list: drops the form on the catalogue and installs it.
export async function installForm(page, form, options) {
  await openCatalogue(page, options);
  await drop(page, JSON.stringify(form), `${form.id}.json`);
  await control(page, 'import/install').waitFor({ state: 'attached' });
  await settled(page);
  await tap(control(page, 'import/install'), options);
  await control(page, `forms/${form.id}@${form.version}/start`).waitFor({ state: 'attached' });
  await settled(page);
}

// From the list: installs the form and begins an assessment under it, up to its first section.
export async function beginWith(page, form, { institution, ...options }) {
  await installForm(page, form, options);
  await go(page, `forms/${form.id}@${form.version}/start`, options);
  for (const [id, words] of [['new/name', institution], ['new/assessor', ASSESSOR]]) {
    await tap(control(page, id), options);
    await page.keyboard.insertText(words);
  }
  await tap(control(page, 'new/start'), options);
  await control(page, 'nav/check').waitFor({ state: 'attached' });
  await settled(page);
}

// Answers many choices as the keyboard does (an activation of each mirrored control), section by section. `marks`: section →
// [[item, option]…]. Of a long section only what is near is in the mirror, so the focus leads through it.
export async function chooseMany(page, marks) {
  for (const [section, wanted] of Object.entries(marks)) {
    const tab = control(page, `section/${section}`);
    if (await tab.count() > 0) await tab.evaluate((element) => element.click());
    await settled(page);
    let open = wanted;
    while (open.length > 0) {
      const left = await page.evaluate((pairs) => pairs.filter(([item, option]) => {
        const choice = document.querySelector(`#mirror [data-id="${item}=${option}"]`);
        choice?.click();
        return choice === null;
      }), open);
      await settled(page);
      if (left.length === 0) break;
      if (left.length === open.length) throw new Error(`not in the mirror: ${left[0].join('=')}`);
      const [last] = open.filter((pair) => !left.some(([item]) => item === pair[0])).slice(-1);
      await page.keyboard.press('Shift');  // after a tap, focus is not shown and nothing scrolls: Chromium's :focus-visible
      await control(page, last.join('=')).focus();
      await settled(page);
      open = left;
    }
  }
  await saved(page);
}

// Types into many fields of the shown section, without the pointer: id → text.
export async function enterMany(page, texts) {
  for (const [id, text] of Object.entries(texts)) {
    await control(page, id).fill(text);
    await control(page, id).evaluate((element) => element.blur());
  }
  await saved(page);
}

// From the check screen to the exported file; gives the download.
export async function signAndExport(page, options = {}) {
  await go(page, 'nav/sign', options);
  if (await control(page, 'sign/holder').count() > 0) {
    await tap(control(page, 'sign/holder'), options);
    await page.keyboard.press('ControlOrMeta+a');
    await compose(page, ['zhou'], ASSESSOR);
    await tap(control(page, 'sign/organisation'), options);
    await compose(page, ['jiang'], '江永县卫生健康局');
    for (const id of ['sign/passphrase', 'sign/passphrase_again']) {
      await tap(control(page, id), options);
      await page.keyboard.insertText(PASSPHRASE);
    }
    await tap(control(page, 'sign/make_key'), options);
    await control(page, 'sign/sign').waitFor({ state: 'attached' });
    await settled(page);
  }
  await tap(control(page, 'sign/passphrase'), options);
  await page.keyboard.insertText(PASSPHRASE);
  const download = page.waitForEvent('download');
  await tap(control(page, 'sign/sign'), options);
  return download;
}

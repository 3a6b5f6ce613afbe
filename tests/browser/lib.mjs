// Drives the app as a person would: taps, keys, composed Chinese text. Controls are found through the mirror, by role and
// name, as a screen reader finds them.

export * from './browsers.mjs';

// Waits until the app has drawn its first frame.
export async function started(page) {
  await page.waitForFunction(() => window.__pingshen && window.__pingshen.interactiveMs !== null);
}

export async function openApp(browser, url) {
  const page = browser.context.pages().find((open) => open.url() === 'about:blank') ?? await browser.context.newPage();
  await page.goto(url);
  await started(page);
  return page;
}

// What Runner::DiagnosticsJson says, and heapBytes.
export const diagnostics = (page) => page.evaluate(() => window.__pingshen.read());

const SHORT_APPOINTMENT_MS = 2000;  // a delayed store; longer ones only renew a clock on the screen
const PATIENCE_MS = 30_000;  // as Playwright waits

// Resolves when everything sent so far is answered: no frame is on its way, nothing waits to be stored. The worker answers in
// order, so whatever it had to tell the page about earlier events has arrived before.
export const settled = (page) => page.evaluate(waitSettled, SHORT_APPOINTMENT_MS);

// Runs in the page.
async function waitSettled(shortMs) {
  for (;;) {
    const { resting, appointmentMs } = await window.__pingshen.read();
    if (resting && (appointmentMs < 0 || appointmentMs > shortMs)) return;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

// Focus makes the app scroll the control into view; then its place on the screen is real.
export async function bringIntoView(locator) {
  await locator.evaluate(async (element, patienceMs) => {
    element.focus();
    for (const until = performance.now() + patienceMs; element.classList.contains('away');) {
      if (performance.now() > until) throw new Error(`${element.dataset.id} does not come into view`);
      await new Promise(requestAnimationFrame);
    }
  }, PATIENCE_MS);
  await settled(locator.page());
}

// Runs in the page: what Tab and then Enter or the space bar do.
export function activate(element) {
  element.focus();
  if (element.dataset.role !== 'textbox') element.click();
}

// A real click (or touch) in the middle of the control's place: it reaches the canvas as a pointer does. `byKeyboard`: as one
// who has no pointer, by focus and activation of the mirrored control; quicker, for what leads up to the thing that is tested.
export async function tap(locator, { touch = false, byKeyboard = false } = {}) {
  if (byKeyboard) {
    await locator.waitFor({ state: 'attached' });
    await settled(locator.page());  // a button may be waiting for what was typed
    return locator.evaluate(activate);
  }
  await bringIntoView(locator);
  const [x, y] = await locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  if (touch) await locator.page().touchscreen.tap(x, y);
  else await locator.page().mouse.click(x, y);
}

// Types Chinese as an input method does: `steps` are the shown pre-edit texts, `text` is what is chosen.
export async function compose(page, steps, text) {
  const session = await page.context().newCDPSession(page);
  for (const step of steps) {
    await session.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  await session.send('Input.insertText', { text });
  await session.detach();
}

// Focuses a text box by a tap and types into it; leaves the focus there.
export async function type(locator, text, options) {
  await tap(locator, options);
  await locator.page().keyboard.insertText(text);
}

// Drives the app as a person would: taps, keys, composed Chinese text. Controls are found through the mirror, by role and
// name, as a screen reader finds them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

import { serveFolder } from './static_server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const dist = resolve(process.env.PINGSHEN_WEB_DIST ?? join(root, 'build/web/dist'));

const CHROMIUM = process.env.PINGSHEN_CHROMIUM ?? '/usr/bin/chromium';
// Software WebGL 2 without a graphics card; nothing that calls home.
const CHROMIUM_ARGS = [
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 1024, height: 768 };
export const DESKTOP = { width: 1440, height: 900 };

export const serveDist = (folder = () => dist) => serveFolder(folder);

// A browser with a profile of its own. `profile`: keep using that folder (after a crash); else a new one, removed by close().
// Gives {context, profile, errors, close(), kill()}; `errors` collects what goes wrong on any page's console.
export async function openBrowser({ viewport = DESKTOP, touch = false, density = 1, profile, args = [] } = {}) {
  const own = profile === undefined;
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'pingshen-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM, args: [...CHROMIUM_ARGS, ...args], headless: true,
    viewport, hasTouch: touch, deviceScaleFactor: density, acceptDownloads: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
  });
  const errors = [];
  const watch = (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  const forget = () => { if (own) rmSync(folder, { recursive: true, force: true, maxRetries: 5 }); };
  return {
    context, profile: folder, errors,
    async close() { await context.close(); forget(); },
  };
}

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

// Resolves when everything sent so far is answered: no frame is on its way, nothing waits to be stored. The worker answers in
// order, so whatever it had to tell the page about earlier events has arrived before.
export async function settled(page) {
  for (;;) {
    const { resting, appointmentMs } = await diagnostics(page);
    if (resting && (appointmentMs < 0 || appointmentMs > SHORT_APPOINTMENT_MS)) return;
    await page.waitForTimeout(15);
  }
}

// Focus makes the app scroll the control into view; then its place on the screen is real.
export async function bringIntoView(locator) {
  await locator.focus();
  await locator.page().waitForFunction((element) => !element.classList.contains('away'), await locator.elementHandle());
  await settled(locator.page());
}

// A real click (or touch) in the middle of the control's place: it reaches the canvas as a pointer does.
export async function tap(locator, { touch = false } = {}) {
  await bringIntoView(locator);
  const box = await locator.boundingBox();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
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

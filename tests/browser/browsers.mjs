// The browsers that the tests drive: how they are started, and what goes wrong on their consoles.

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

// Pixels of the canvas for each CSS pixel where a test looks at no pixel. Software draws here, so a frame costs by its pixels;
// layout, mirror and pointer count in CSS pixels.
export const COARSE = 0.25;

export const serveDist = (folder = () => dist) => serveFolder(folder);

const contextOptions = ({ viewport = DESKTOP, touch = false, density = 1, ...others }) => ({
  ...others, viewport, hasTouch: touch, deviceScaleFactor: density, acceptDownloads: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
});

const launchOptions = (args = []) => ({ executablePath: CHROMIUM, args: [...CHROMIUM_ARGS, ...args], headless: true });

// What goes wrong on any page's console, as it comes.
function watchErrors(context) {
  const errors = [];
  const watch = (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return errors;
}

// A browser with a profile of its own, its storage on the disk. `profile`: keep using that folder (after a crash); else a new
// one, removed by close(). Gives {context, profile, errors, close()}.
export async function openBrowser({ profile, args, ...options } = {}) {
  const own = profile === undefined;
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'pingshen-browser-'));
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions(args), ...contextOptions(options) });
  return {
    context, profile: folder, errors: watchErrors(context),
    async close() {
      await context.close();
      if (own) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

// A browser process for many contexts, each with empty storage of its own, kept in memory.
export async function launchShared() {
  const browser = await chromium.launch(launchOptions());
  return {
    // As openBrowser's, without `profile`.
    async open(options = {}) {
      const context = await browser.newContext(contextOptions(options));
      return { context, errors: watchErrors(context), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

// Every screen and state that screens_scenes.mjs can show, as a screen reader meets it: axe finds no violation in the DOM mirror
// nor in what the page itself shows.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import * as lib from './lib.mjs';
import { SMALL } from './result_forms.mjs';
import { SCENES } from './screens_scenes.mjs';
import { openFresh } from './shared_browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Rule → why it is not asked.
const DISABLED = {};
const SIZES = [{ name: 'phone', viewport: lib.PHONE }, { name: 'desktop', viewport: lib.DESKTOP }];
const MOST_PAGES = 12;

let server;
before(async () => { server = await lib.serveDist(); });
after(() => server.close());

// Judges the states of one scene; gives its findings as lines.
class Judge {
  judged = new Set();  // what was judged already: width and document, without places
  findings = [];

  async #judge(page, state) {
    const shown = page.viewportSize().width +
      await page.evaluate(() => document.body.outerHTML.replace(/ (style|class)="[^"]*"/g, ''));
    if (this.judged.has(shown)) return;
    this.judged.add(shown);
    if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(AXE);
    const { violations, passes } = await page.evaluate((options) => window.axe.run(document, options), {
      runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'],
      rules: Object.fromEntries(Object.keys(DISABLED).map((rule) => [rule, { enabled: false }])),
    });
    assert.ok(passes.length > 0, `${state}: nothing was judged`);
    for (const { id, impact, nodes } of violations)
      for (const { html, failureSummary } of nodes) this.findings.push(`${state}: ${id} (${impact}) ${html}\n  ${failureSummary}`);
  }

  // The whole of a scrolling screen, a screenful at a time: of a long one only what is near is in the mirror.
  async #scroll(page, state, { width, height }) {
    const places = () => page.evaluate(() =>
      [...document.querySelectorAll('#mirror > *')].map((element) => element.dataset.id + element.style.transform).join());
    await page.mouse.move(width * 0.62, height * 0.5);
    for (let number = 1, before = null; number <= MOST_PAGES; ++number) {
      const now = await places();
      if (now === before) return;
      before = now;
      await this.#judge(page, `${state}-${number}`);
      await page.mouse.wheel(0, height * 0.72);
      await lib.settled(page);
    }
  }

  // At all sizes; `app`: not a tab without the app.
  async state(page, state, { app = true, scrolling = false } = {}) {
    for (const { name, viewport } of SIZES) {
      await page.setViewportSize(viewport);
      if (app) await lib.settled(page);
      if (scrolling) await this.#scroll(page, `${name}-${state}`, viewport);
      else await this.#judge(page, `${name}-${state}`);
    }
  }
}

for (const [scene, play] of Object.entries(SCENES)) {
  test(`${scene}: axe finds nothing, at the sizes of a phone and of a desktop`, async () => {
    const browser = await openFresh({ viewport: SIZES.at(-1).viewport, serviceWorkers: 'block' });
    try {
      const page = await lib.openApp(browser, server.url);
      const judge = new Judge();
      await play({
        page, browser, url: server.url, how: { byKeyboard: true }, counts: SMALL,
        picture: (of, state) => judge.state(of, state, { app: false }),
        shot: (state) => judge.state(page, state),
        pages: (state) => judge.state(page, state, { scrolling: true }),
      });
      assert.ok(judge.judged.size >= SIZES.length);
      assert.deepEqual(judge.findings, []);
    } finally {
      await browser.close();
    }
  });
}

// Pictures of every screen and of its important states, at the sizes of a phone, a tablet and a desktop:
//   node tests/browser/screens.mjs OUT_DIR [part of a scene's or a size's name…]
// Writes SIZE-SCENE-STATE[-page].png. Not a test: the pictures are for people to look at. PINGSHEN_WEB_DIST as in run.mjs.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import * as lib from './lib.mjs';
import { SCENES } from './screens_scenes.mjs';

const SIZES = [
  { name: 'phone', viewport: lib.PHONE, touch: true },
  { name: 'tablet', viewport: lib.TABLET, touch: true },
  { name: 'desktop', viewport: lib.DESKTOP, touch: false },
];
const MOST_PAGES = 12;

const [out, ...wanted] = process.argv.slice(2);
if (!out) {
  console.error('usage: node tests/browser/screens.mjs OUT_DIR [part of a name…]');
  process.exit(2);
}
mkdirSync(out, { recursive: true });

// Takes pictures of one scene at one size.
class Camera {
  constructor(page, prefix, { width, height }) {
    this.page = page;
    this.prefix = prefix;
    this.middle = [width * 0.62, height * 0.5];
    this.step = height * 0.72;
  }

  async picture(page, state) {
    await page.screenshot({ path: join(out, `${this.prefix}-${state}.png`) });
  }

  shot(state) { return this.picture(this.page, state); }

  // The whole of a scrolling screen, a screenful at a time, down to its end.
  async pages(state) {
    await this.page.mouse.move(...this.middle);
    let before = null;
    for (let number = 1; number <= MOST_PAGES; ++number) {
      const image = await this.page.screenshot();
      if (before?.equals(image)) return;
      await this.shot(`${state}-${number}`);
      before = image;
      await this.page.mouse.wheel(0, this.step);
      await lib.settled(this.page);
    }
  }
}

const matches = (name) => wanted.length === 0 || wanted.every((part) => name.includes(part));
const server = await lib.serveDist();
let failed = 0;
for (const { name: size, viewport, touch } of SIZES) {
  for (const [scene, play] of Object.entries(SCENES)) {
    const prefix = `${size}-${scene}`;
    if (!matches(prefix)) continue;
    const browser = await lib.openBrowser({ viewport, touch });
    try {
      const page = await lib.openApp(browser, server.url);
      const camera = new Camera(page, prefix, viewport);
      await play({
        page, how: { touch }, browser, url: server.url,
        picture: (of, state) => camera.picture(of, state),  // also of a tab without the app
        shot: async (state) => { await lib.settled(page); await camera.shot(state); },
        pages: async (state) => { await lib.settled(page); await camera.pages(state); },
      });
      console.log(`${prefix}${browser.errors.length > 0 ? `: ${browser.errors.join('; ')}` : ''}`);
    } catch (error) {
      console.error(`${prefix}: ${error.message}`);
      failed += 1;
    } finally {
      await browser.close();
    }
  }
}
await server.close();
process.exit(failed > 0 ? 1 : 0);

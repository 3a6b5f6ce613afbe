// Kill -9 on the whole browser at random moments while someone answers; every answer that the page had shown as kept is there
// after the restart. An answer counts as shown when its control in the mirror bears the new state, which the app publishes
// only after the flush.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import * as lib from './lib.mjs';
import { control } from './steps.mjs';
import { INSTITUTION, startAssessment } from './village_clinic.mjs';

const ROUNDS = Number(process.env.PINGSHEN_KILL_ROUNDS ?? 20);
const MIN_ANSWERING_MS = 150;
const MAX_ANSWERING_MS = 1500;

// Every process whose command line names the profile: browser, renderers, GPU process, utilities.
function killBrowser(profile) {
  let killed = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let line;
    try { line = readFileSync(`/proc/${pid}/cmdline`, 'utf8'); } catch { continue; }
    if (!line.includes(profile) || Number(pid) === process.pid) continue;
    try { process.kill(Number(pid), 'SIGKILL'); ++killed; } catch { /* it was faster */ }
  }
  return killed;
}

async function openDevices(page) {
  await lib.tap(control(page, 'section/D'));
  await control(page, 'VC-11=bed').waitFor({ state: 'attached' });
  await lib.settled(page);
}

const states = (page) => page.evaluate(() => Object.fromEntries(
  [...document.querySelectorAll('#mirror input[type=checkbox]')]
    .filter((box) => box.dataset.id.startsWith('VC-11=')).map((box) => [box.dataset.id, box.checked])));

test(`kill -9 in ${ROUNDS} rounds loses no answer that was shown as kept`, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'pingshen-kill-'));
  const server = await lib.serveDist();
  let kept = {};       // id → state that the page had shown
  let pending = null;  // an answer given but not yet shown when the browser died: either state is right
  let shown = 0, lost = 0;
  try {
    for (let round = 0; round <= ROUNDS; ++round) {
      const browser = await lib.openBrowser({ profile, viewport: lib.PHONE, density: lib.COARSE });
      const page = await lib.openApp(browser, server.url);
      if (round === 0) {
        await startAssessment(page, { byKeyboard: true });
      } else {
        await lib.tap(page.getByRole('button', { name: new RegExp(INSTITUTION) }).first());
        await control(page, 'section/D').waitFor({ state: 'attached' });
      }
      await openDevices(page);
      const found = await states(page);
      for (const [id, state] of Object.entries(kept)) {
        if (found[id] === state || id === pending) continue;
        ++lost;
        console.log(`round ${round}: ${id} was shown as ${state}, is ${found[id]}`);
      }
      kept = { ...found };
      pending = null;
      if (round === ROUNDS) {
        await browser.close();
        break;
      }
      await page.exposeFunction('aboutToAnswer', (id) => { pending = id; });
      await page.exposeFunction('answerShown', (id, state) => { kept[id] = state; pending = null; ++shown; });
      page.evaluate(async () => {
        const boxes = [...document.querySelectorAll('#mirror input[type=checkbox]')].filter((box) => box.dataset.id.startsWith('VC-11='));
        for (;;) {
          const box = boxes[Math.floor(Math.random() * boxes.length)];
          const before = box.checked;
          await window.aboutToAnswer(box.dataset.id);
          box.click();
          while (box.checked === before) await new Promise((resolve) => setTimeout(resolve));
          await window.answerShown(box.dataset.id, !before);
        }
      }).catch(() => {});  // it ends with the browser
      await new Promise((resolve) => setTimeout(resolve, MIN_ANSWERING_MS + Math.random() * (MAX_ANSWERING_MS - MIN_ANSWERING_MS)));
      const closed = new Promise((resolve) => browser.context.once('close', resolve));
      assert.ok(killBrowser(profile) > 0, 'no browser process was found');
      await closed;
    }
  } finally {
    killBrowser(profile);
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
  console.log(`${ROUNDS} rounds, ${shown} answers shown as kept, ${lost} lost`);
  assert.ok(shown > ROUNDS, `only ${shown} answers were given: the test says nothing`);
  assert.equal(lost, 0);
});

// Figures of the built app in headless Chromium with software WebGL:  scripts/bench.sh
// Prints; asserts nothing. Every ratio is of figures measured in this same run.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import * as lib from './lib.mjs';
import { control, saved } from './steps.mjs';
import { ANSWERS, answer, startAssessment } from './village_clinic.mjs';

const WARM_STARTS = 15;
const TAPS = 300;
const IDLE_SECONDS = 10;
const TICKS_PER_SECOND = 100;  // USER_HZ of Linux

const quantile = (numbers, share) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};
const row = (name, ...cells) => console.log(name.padEnd(44), ...cells.map((cell) => String(cell).padStart(12)));

function files(folder, prefix = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name), `${prefix}${entry.name}/`)
      : /\.(gz|br)$/.test(entry.name) ? [] : [{ name: prefix + entry.name, path: join(folder, entry.name) }]);
}

function sizes() {
  row('bytes', 'raw', 'gzip -9', 'brotli 11');
  const sums = [0, 0, 0];
  for (const { name, path } of files(lib.dist)) {
    const bytes = readFileSync(path);
    const cells = [statSync(path).size, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
    cells.forEach((cell, index) => { sums[index] += cell; });
    if (cells[0] > 20000) row(`  ${name}`, ...cells);
  }
  row('  all files', ...sums);
}

// Processor seconds and resident kB of all processes of the browser with that profile.
function processes(profile) {
  let seconds = 0, residentKb = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) continue;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      seconds += (Number(stat[11]) + Number(stat[12])) / TICKS_PER_SECOND;
      residentKb += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
    } catch { /* it ended meanwhile */ }
  }
  return { seconds, residentKb };
}

console.log(`machine: ${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}`);
sizes();
const server = await lib.serveDist();
const browser = await lib.openBrowser({ viewport: lib.TABLET });
console.log(`browser: Chromium ${browser.context.browser()?.version() ?? ''}`);
try {
  const page = await lib.openApp(browser, server.url);
  const interactive = () => page.evaluate(() => window.__pingshen.interactiveMs);
  row('\nnavigation → interactive, ms', 'p50', 'p95', 'max');
  row('  first visit (one)', '', '', (await interactive()).toFixed(0));
  await page.evaluate(() => navigator.serviceWorker.ready);
  const warm = [];
  for (let i = 0; i < WARM_STARTS; ++i) {
    await page.reload();
    await lib.started(page);
    warm.push(await interactive());
  }
  row(`  warm (${WARM_STARTS})`, ...[0.5, 0.95, 1].map((share) => quantile(warm, share).toFixed(0)));

  await startAssessment(page);
  for (const section of Object.keys(ANSWERS)) {
    await lib.tap(control(page, `section/${section}`));
    await lib.settled(page);
    for (const step of ANSWERS[section]) await answer(page, step);
  }
  await lib.tap(control(page, 'section/D'));
  await lib.settled(page);
  row('\ntap → durable, ms (event to returned flush)', 'p50', 'p95', 'max');
  for (const [name, pressed_ms] of [['as a finger, pressed for 60 ms', 60], ['without a pause', 0]]) {
    const before = (await lib.diagnostics(page)).durableAfterUs.length;
    for (let round = 0; round < TAPS; ++round) {
      const box = await control(page, ANSWERS.D[round % 13].tap).boundingBox();
      if (!box || box.y <= 0) continue;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: pressed_ms });
      if (pressed_ms > 0) await page.waitForTimeout(pressed_ms);
    }
    await saved(page);
    const taps = (await lib.diagnostics(page)).durableAfterUs.slice(before);
    row(`  ${taps.length} taps, ${name}`, ...[0.5, 0.95, 1].map((share) => (quantile(taps, share) / 1000).toFixed(2)));
  }
  const { heapBytes } = await lib.diagnostics(page);

  await page.waitForTimeout(2000);
  const framesBefore = (await lib.diagnostics(page)).framesDrawn;
  const start = processes(browser.profile);
  await page.waitForTimeout(IDLE_SECONDS * 1000);
  const end = processes(browser.profile);
  const frames = (await lib.diagnostics(page)).framesDrawn - framesBefore;
  const app = end.seconds - start.seconds;
  await page.goto('about:blank');
  await page.waitForTimeout(2000);
  const blank = processes(browser.profile);
  await page.waitForTimeout(IDLE_SECONDS * 1000);
  const blankSeconds = processes(browser.profile).seconds - blank.seconds;
  row(`\nidle for ${IDLE_SECONDS} s`, 'app', 'about:blank');
  row('  frames drawn', frames, '-');
  row('  processor s, whole browser', app.toFixed(2), blankSeconds.toFixed(2));
  row('memory, MiB', 'app', 'about:blank');
  row('  whole browser (PSS)', (end.residentKb / 1024).toFixed(0), (blank.residentKb / 1024).toFixed(0));
  row('  wasm heap', (heapBytes / 2 ** 20).toFixed(0), '-');
} finally {
  await browser.close();
  await server.close();
}

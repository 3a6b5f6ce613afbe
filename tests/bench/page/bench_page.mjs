// A page for measuring the core in a browser: window.__bench with ready, set(item, grade), get(),
// shown(), prepare(item), serialise(), mem(). The session, its store and the form engine are the
// app's own, in one wasm module on the page's thread; the section on screen is plain DOM.
import createCore from './bench_core.mjs';

const query = new URLSearchParams(location.search);
const size = Number(query.get('size') || 60);
const mark = (name) => performance.mark(`bench:${name}`);
const grades = { A: '优秀', B: '良好', C: '合格', D: '不合格', E: '不适用' };

const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(0);
}));
const fetched = async (file) => {
  const response = await fetch(`/forms/${size}/${file}`);
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return response.text();
};

async function boot() {
  const wantsDraft = query.get('draft') === '1';
  const [core, specText, draftText] = await Promise.all(
    [createCore(), fetched('spec.json'), wantsDraft ? fetched('draft.json') : null]);
  mark('fetched');
  const spec = JSON.parse(specText);

  const call = (name, ...texts) => {
    const pointers = texts.map((text) => core.stringToNewUTF8(text));
    const answer = core.UTF8ToString(core[name](...pointers));
    pointers.forEach((pointer) => core._free(pointer));
    return answer;
  };
  const check = (error) => { if (error) throw new Error(error); };
  check(call('_bench_start', specText));
  mark('form');
  if (draftText) {
    mark('draft-start');
    const draft = JSON.parse(draftText);
    check(call('_bench_draft', draft.ans.map((grade) => grade || '.').join(''),
               JSON.stringify(draft.notes)));
    mark('draft-end');
  }

  const result = () => {
    const parts = core.UTF8ToString(core._bench_result()).split(',');
    const rounded = (text) => Number(Number(text).toFixed(6));
    return [...parts.slice(0, 5).map(Number), ...parts.slice(5, 9).map(rounded), parts[9]];
  };
  const totals = document.getElementById('totals');
  const box = document.getElementById('section');
  document.querySelector('h1').textContent = spec.title;
  let current = null;
  let last = null;
  const drawTotals = () => {
    last = result();
    const [a, b, c, d, e, shareC, shareB, shareA, core_, verdict] = last;
    totals.textContent = `合计 A=${a}; B=${b}; C=${c}; D=${d}; E=${e}; C以上=${shareC}; ` +
      `B以上=${shareB}; A率=${shareA}; 核心C以上=${core_}; 结论=${verdict};`;
  };
  const drawStates = () => {
    const states = core.UTF8ToString(core._bench_section(current.c, current.s));
    box.querySelectorAll('fieldset').forEach((field, i) => {
      field.hidden = states[i] === '-';
      const chosen = field.querySelector(`input[value="${states[i]}"]`);
      if (chosen) chosen.checked = true;
    });
  };
  const answer = (item, grade) => {
    check(core.UTF8ToString(core._bench_set(item, grade.charCodeAt(0))));
    drawTotals();
    drawStates();
  };
  const show = (c, s) => {
    current = { c, s };
    box.replaceChildren(...spec.chapters[c].sections[s].items.map((index) => {
      const field = document.createElement('fieldset');
      const legend = document.createElement('legend');
      legend.textContent = spec.items[index].label;
      field.append(legend);
      for (const grade of Object.keys(grades)) {
        const label = document.createElement('label');
        const input = document.createElement('input');
        Object.assign(input, { type: 'radio', name: spec.items[index].id, value: grade });
        input.addEventListener('change', () => answer(index, grade));
        label.append(input, ` ${grade} ${grades[grade]}`);
        field.append(label);
      }
      field.dataset.item = index;
      return field;
    }));
    drawStates();
  };
  drawTotals();
  show(0, 0);

  return {
    prepare: async (index) => {
      const { c, s } = spec.items[index];
      if (current.c === c && current.s === s) return;
      show(c, s);
      await painted();
    },
    set: (index, grade) => {
      box.querySelector(`fieldset[data-item="${index}"] input[value="${grade}"]`).click();
    },
    get: () => last,
    shown: () => {
      const found = /A=(\d+); B=(\d+); C=(\d+); D=(\d+); E=(\d+);.*结论=(.*);/.exec(totals.textContent);
      return found && [...found.slice(1, 6).map(Number), found[6]];
    },
    serialise: () => core.UTF8ToString(core._bench_serialise()),
    mem: () => ({ wasm_mb: core.HEAPU8.length / 2 ** 20 }),
  };
}

const bench = { name: 'pingshen', size };
window.__bench = bench;
mark('start');
bench.ready = (async () => {
  Object.assign(bench, await boot());
  mark('ready');
  await painted();
  await painted();
  mark('interactive');
  return true;
})();
bench.ready.catch((error) => { bench.error = String(error?.stack ?? error); });

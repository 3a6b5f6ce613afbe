// What the page itself has to say: the panel that stands in place of the app, and notices at its lower edge.

const english = () => document.documentElement.lang.startsWith('en');

function fill(element, tag, { zh, en }) {
  const child = document.createElement(tag);
  child.textContent = english() ? en : zh;
  element.append(child);
  return child;
}

function addActions(element, actions, done) {
  const row = document.createElement('div');
  row.className = 'actions';
  for (const action of actions) {
    const button = fill(row, 'button', action);
    button.type = 'button';
    button.addEventListener('click', () => { done?.(); action.run(); });
  }
  element.append(row);
}

// Both languages, for nobody can be asked for theirs when the app does not run.
export function showPanel({ title, sentence, code = '', actions = [] }) {
  const panel = document.getElementById('panel');
  panel.replaceChildren();
  const heading = document.createElement('h1');
  heading.textContent = `${title.zh} · ${title.en}`;
  panel.append(heading);
  for (const [lang, text] of [['zh-CN', sentence.zh], ['en', sentence.en]]) {
    const paragraph = document.createElement('p');
    paragraph.lang = lang;
    paragraph.textContent = text;
    panel.append(paragraph);
  }
  if (code) {
    const line = document.createElement('p');
    line.className = 'code';
    line.textContent = code;
    panel.append(line);
  }
  addActions(panel, actions);
  document.getElementById('start').hidden = true;
  document.getElementById('stage').hidden = true;
  panel.hidden = false;
}

export function hidePanel() {
  document.getElementById('panel').hidden = true;
  document.getElementById('stage').hidden = false;
}

// One notice for each `key`; a new one replaces it. Gives the element, which has close().
export function showNotice(key, { zh, en, actions = [], closable = true, closed }) {
  const notices = document.getElementById('notices');
  notices.querySelector(`[data-key="${key}"]`)?.close();
  const notice = document.createElement('div');
  notice.dataset.key = key;
  notice.setAttribute('role', 'status');
  notice.close = () => { notice.remove(); closed?.(); };
  fill(notice, 'p', { zh, en });
  addActions(notice, closable ? [...actions, { zh: '关闭', en: 'Close', run: notice.close }] : actions);
  notices.append(notice);
  return notice;
}

// The sentence of a code from the program's one table; make_site.mjs put the ERR_PAGE_ rows into the page.
export function sentenceOf(code, context = '') {
  const table = JSON.parse(document.getElementById('sentences').textContent);
  const row = table[code] || table.ERR_PAGE_CRASH;
  return { zh: row.zh.replace('{}', context), en: row.en.replace('{}', context) };
}

// A dialog of the page over the app, for what only the page can show.

const english = () => document.documentElement.lang.startsWith('en');
export const say = ({ zh, en }) => (english() ? en : zh);

// `fill(body, close)` adds the content and returns the actions [{zh, en, run}]; `close(value)` ends it with that value.
// Resolves with the value, undefined when the person gave up.
export function openSheet(title, fill) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'sheet';
    const heading = document.createElement('h2');
    heading.textContent = title;
    dialog.append(heading);
    let value;
    const close = (result) => { value = result; dialog.close(); };
    const actions = fill(dialog, close);
    const row = document.createElement('div');
    row.className = 'actions';
    for (const action of [...actions, { zh: '取消', en: 'Cancel', run: () => close() }]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = say(action);
      button.addEventListener('click', action.run);
      row.append(button);
    }
    dialog.append(row);
    // Keys and pointers of the sheet are not the app's.
    for (const name of ['keydown', 'keyup', 'pointermove', 'pointerup', 'paste'])
      dialog.addEventListener(name, (event) => event.stopPropagation());
    dialog.addEventListener('close', () => { dialog.remove(); resolve(value); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

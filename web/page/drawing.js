// A sheet to sign on. Pen pressure widens the line; a finger or a mouse writes evenly.

import { openSheet, say } from './sheet.js';

const WIDTH_PX = 1200, HEIGHT_PX = 480;  // of the PNG
const LINE_PX = 5;

// A File of type image/png, undefined when the person gave up.
export function draw(title) {
  return openSheet(title || say({ zh: '签名', en: 'Signature' }), (body, close) => {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH_PX;
    canvas.height = HEIGHT_PX;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', say({ zh: '在此手写签名', en: 'Sign here' }));
    body.append(canvas);
    const context = canvas.getContext('2d');
    context.lineCap = context.lineJoin = 'round';
    context.strokeStyle = context.fillStyle = '#101820';
    let last = null;
    let empty = true;

    const clear = () => {
      context.save();
      context.fillStyle = '#fff';
      context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
      context.restore();
      empty = true;
    };
    const point = (event) => {
      const box = canvas.getBoundingClientRect();
      const width = event.pointerType === 'pen' && event.pressure > 0 ? LINE_PX * (0.4 + 1.2 * event.pressure) : LINE_PX;
      return {
        x: (event.clientX - box.left) * WIDTH_PX / box.width,
        y: (event.clientY - box.top) * HEIGHT_PX / box.height,
        width,
      };
    };
    const lineTo = (next) => {
      context.lineWidth = (last.width + next.width) / 2;
      context.beginPath();
      context.moveTo(last.x, last.y);
      context.lineTo(next.x, next.y);
      context.stroke();
      last = next;
      empty = false;
    };
    clear();
    canvas.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      last = point(event);
      lineTo({ ...last, x: last.x + 0.1 });  // a tap is a dot
    });
    canvas.addEventListener('pointermove', (event) => {
      if (!last || !event.isPrimary) return;
      const moves = event.getCoalescedEvents?.() ?? [];
      for (const each of moves.length > 0 ? moves : [event]) lineTo(point(each));
    });
    for (const name of ['pointerup', 'pointercancel']) canvas.addEventListener(name, () => { last = null; });

    const finish = () => {
      if (empty) return;
      canvas.toBlob((blob) => close(new File([blob], `${say({ zh: '签名', en: 'signature' })}.png`, { type: 'image/png' })));
    };
    return [{ zh: '完成', en: 'Done', run: finish }, { zh: '清除重写', en: 'Clear', run: clear }];
  });
}

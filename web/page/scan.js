// Reads a bar code or QR code through the camera, where the browser can (BarcodeDetector: Chromium on Android, macOS and
// ChromeOS). Elsewhere the code is typed.

import { sentenceOf } from './panel.js';
import { openSheet, say } from './sheet.js';

const LOOK_EVERY_MS = 150;

export const canScan = () => 'BarcodeDetector' in window && Boolean(navigator.mediaDevices?.getUserMedia);

// {text}, {failure: {zh, en}}, or undefined when the person gave up.
export async function scan(title) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch (error) {
    return { failure: sentenceOf('ERR_PAGE_CAMERA', error.name) };
  }
  const detector = new window.BarcodeDetector();
  let timer = 0;
  try {
    return await openSheet(title || say({ zh: '扫码', en: 'Scan' }), (body, close) => {
      const video = document.createElement('video');
      video.muted = video.playsInline = true;
      video.srcObject = stream;
      body.append(video);
      video.play();
      const look = async () => {
        const [code] = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await detector.detect(video).catch(() => []) : [];
        if (code?.rawValue) close({ text: code.rawValue });
        else timer = setTimeout(look, LOOK_EVERY_MS);
      };
      look();
      return [];
    });
  } finally {
    clearTimeout(timer);
    stream.getTracks().forEach((track) => track.stop());
  }
}

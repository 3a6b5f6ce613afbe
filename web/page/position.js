// Where the device is, once and as exact as it can.

import { sentenceOf, showNotice } from './panel.js';

const TIMEOUT_MS = 30000;
const REASONS = { 1: { zh: '没有得到许可', en: 'not permitted' }, 2: { zh: '设备无法定位', en: 'not available' }, 3: { zh: '等待超时', en: 'timed out' } };

export const canPosition = () => Boolean(navigator.geolocation) && window.isSecureContext;

// {text: "latitude longitude altitude accuracy"}, {failure: {zh, en}}, or undefined when the person gave up.
export function findPosition() {
  return new Promise((resolve) => {
    const notice = showNotice('service', {
      zh: '正在定位…', en: 'Finding the position…', closable: false,
      actions: [{ zh: '取消', en: 'Cancel', run: () => { notice.close(); resolve(undefined); } }],
    });
    const end = (result) => { notice.close(); resolve(result); };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => end({
        // Fixed, never with an exponent: seven places are one centimetre.
        text: `${coords.latitude.toFixed(7)} ${coords.longitude.toFixed(7)} ` +
          `${(coords.altitude ?? 0).toFixed(1)} ${coords.accuracy.toFixed(1)}`,
      }),
      (error) => {
        const reason = REASONS[error.code] ?? REASONS[2];
        end({ failure: { zh: sentenceOf('ERR_PAGE_POSITION', reason.zh).zh, en: sentenceOf('ERR_PAGE_POSITION', reason.en).en } });
      },
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 0 });
  });
}

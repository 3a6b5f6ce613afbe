// One browser process for all tests of a file, started by the first that asks and closed after the last. Each test has a
// context, and so storage, of its own; what is about the disk or the process itself takes lib.openBrowser.

import { after } from 'node:test';

import * as lib from './lib.mjs';

let shared = null;
after(async () => (await shared)?.close());

export const openFresh = async (options) => (await (shared ??= lib.launchShared())).open({ density: lib.COARSE, ...options });

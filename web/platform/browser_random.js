addToLibrary({
  // getRandomValues gives at most 65536 bytes at once (W3C Web Cryptography, 10.1.1).
  pingshen_random_fill: (out, size) => {
    try {
      for (let done = 0; done < size; done += 65536) {
        crypto.getRandomValues(HEAPU8.subarray(out + done, out + Math.min(done + 65536, size)));
      }
      return 1;
    } catch {
      return 0;
    }
  },
});

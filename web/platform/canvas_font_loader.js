addToLibrary({
  $glyphCanvas: {
    context: null,
    side: 0,
    font: '',
    // The same families as in shell.html, so that a DOM field shows the letters of the drawn one.
    families: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif',
    use(size, weight, side) {
      if (!this.context || side > this.side) {
        this.side = Math.max(side, 64);
        this.context = new OffscreenCanvas(this.side, this.side)
          .getContext('2d', { willReadFrequently: true });
        this.font = '';
      }
      const font = `${weight} ${size}px ${this.families}`;
      if (font !== this.font) {
        this.font = font;
        this.context.font = font;
      }
      return this.context;
    },
  },

  pingshen_glyph_measure__deps: ['$glyphCanvas'],
  pingshen_glyph_measure: (code_point, size, weight, out) => {
    const m = glyphCanvas.use(size, weight, 0).measureText(String.fromCodePoint(code_point));
    HEAPF32.set([m.width, m.actualBoundingBoxLeft, m.actualBoundingBoxRight,
      m.actualBoundingBoxAscent, m.actualBoundingBoxDescent], out >> 2);
  },

  pingshen_glyph_draw__deps: ['$glyphCanvas'],
  pingshen_glyph_draw: (code_point, size, weight, x, y, width, height, out) => {
    const context = glyphCanvas.use(size, weight, Math.max(width, height));
    context.clearRect(0, 0, width, height);
    context.fillText(String.fromCodePoint(code_point), x, y);
    HEAPU8.set(context.getImageData(0, 0, width, height).data, out);
  },
});

addToLibrary({
  $glyphCanvas: {
    context: null,
    width: 64,
    height: 64,
    font: '',
    // The same families as in shell.html, so that a DOM field shows the letters of the drawn one.
    families: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif',
    use(size, weight, rightToLeft, width, height) {
      if (!this.context || width > this.width || height > this.height) {
        this.width = Math.max(width, this.width);
        this.height = Math.max(height, this.height);
        this.context = new OffscreenCanvas(this.width, this.height)
          .getContext('2d', { willReadFrequently: true });
        this.context.textAlign = 'left';
        this.font = '';
      }
      this.context.direction = rightToLeft ? 'rtl' : 'ltr';
      const font = `${weight} ${size}px ${this.families}`;
      if (font !== this.font) {
        this.font = font;
        this.context.font = font;
      }
      return this.context;
    },
  },

  pingshen_text_measure__deps: ['$glyphCanvas', '$UTF8ToString'],
  pingshen_text_measure: (text, bytes, rightToLeft, size, weight, out) => {
    const m = glyphCanvas.use(size, weight, rightToLeft, 0, 0).measureText(UTF8ToString(text, bytes));
    HEAPF32.set([m.width, m.actualBoundingBoxLeft, m.actualBoundingBoxRight,
      m.actualBoundingBoxAscent, m.actualBoundingBoxDescent], out >> 2);
  },

  pingshen_text_draw__deps: ['$glyphCanvas', '$UTF8ToString'],
  pingshen_text_draw: (text, bytes, rightToLeft, size, weight, x, y, width, height, out) => {
    const context = glyphCanvas.use(size, weight, rightToLeft, width, height);
    context.clearRect(0, 0, width, height);
    context.fillText(UTF8ToString(text, bytes), x, y);
    HEAPU8.set(context.getImageData(0, 0, width, height).data, out);
  },
});

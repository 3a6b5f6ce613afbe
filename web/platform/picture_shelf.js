addToLibrary({
  pingshen_picture_load__deps: ['$GL'],
  pingshen_picture_load: (ticket, texture, bytes, size, side) => {
    const file = new Blob([HEAPU8.slice(bytes, bytes + size)]);
    const done = (width, height) => Module['_pingshen_picture_loaded'](ticket, width, height);
    createImageBitmap(file, { imageOrientation: 'from-image' }).then((picture) => {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      const width = Math.max(1, Math.round(picture.width * scale));
      const height = Math.max(1, Math.round(picture.height * scale));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(picture, 0, 0, width, height);
      picture.close();
      const target = GL.textures[texture];
      if (!target) return;  // forgotten meanwhile
      GLctx.bindTexture(GLctx.TEXTURE_2D, target);
      GLctx.texParameteri(GLctx.TEXTURE_2D, GLctx.TEXTURE_MIN_FILTER, GLctx.LINEAR);
      GLctx.texParameteri(GLctx.TEXTURE_2D, GLctx.TEXTURE_MAG_FILTER, GLctx.LINEAR);
      GLctx.texParameteri(GLctx.TEXTURE_2D, GLctx.TEXTURE_WRAP_S, GLctx.CLAMP_TO_EDGE);
      GLctx.texParameteri(GLctx.TEXTURE_2D, GLctx.TEXTURE_WRAP_T, GLctx.CLAMP_TO_EDGE);
      GLctx.texImage2D(GLctx.TEXTURE_2D, 0, GLctx.RGBA, GLctx.RGBA, GLctx.UNSIGNED_BYTE, canvas);
      done(width, height);
    }).catch(() => done(0, 0));
  },
});

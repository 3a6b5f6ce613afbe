// Photos are made smaller before they are kept: at most 2048 pixels long, JPEG. What the camera wrote beside the picture
// is lost with that, its place and time among it; the way up is kept, as it was applied to the pixels.

const LONGEST_PX = 2048;
const QUALITY = 0.85;

export const isPicture = (file) => file.type.startsWith('image/') || /\.(heic|heif)$/i.test(file.name);

// {bytes, name}. A picture that this browser cannot decode comes as it is: the app says what it is.
export async function shrink(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { bytes: await file.arrayBuffer(), name: file.name };
  }
  const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';  // what was transparent
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return { bytes: await jpeg.arrayBuffer(), name: `${file.name.replace(/\.[^.]*$/, '')}.jpg` };
}

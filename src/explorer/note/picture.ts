import { ink, plainColours } from '../../charts/colours.ts';
import { type Picture, pictureSize } from './document.ts';

/** A picture stands alone: it sees neither the page's variables nor its typeface. */
const standAlone = (svg: string): string =>
  plainColours(svg)
    .replace(/^<svg(?![^>]*xmlns=)/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace('<svg', "<svg font-family=\"Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\"");

async function image(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([standAlone(svg)], { type: 'image/svg+xml' }));
  try {
    const element = new Image();
    element.src = address;
    await element.decode();
    return element;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Draws the markup of a figure as PNG on a canvas. */
export async function drawPicture(svg: string): Promise<Picture> {
  const drawn = await image(svg);
  const width = pictureSize.width * pictureSize.scale;
  const height = Math.round((width * drawn.naturalHeight) / drawn.naturalWidth);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, width, height);
  context.drawImage(drawn, 0, 0, width, height);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!png) throw new Error('no picture');
  return { png: new Uint8Array(await png.arrayBuffer()), width, height };
}

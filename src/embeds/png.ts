/** A picture of a file of several as a file of its own: the frame of the `<view>` becomes the frame of the whole. */
function cropped(svg: string, section: string | undefined): { svg: string; width: number; height: number } {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = document.documentElement;
  const view = section ? document.getElementById(section)?.getAttribute('viewBox') : null;
  const box = view ?? root.getAttribute('viewBox') ?? '0 0 720 480';
  const [, , width = 720, height = 480] = box.split(' ').map(Number);
  root.setAttribute('viewBox', box);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  return { svg: new XMLSerializer().serializeToString(document), width, height };
}

/** Draws a picture twice as large as it is; the colours are those of the page. */
export async function pngOf(address: string, section: string | undefined): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`invalid answer: ${answer.status}`);
  const { svg, width, height } = cropped(await answer.text(), section);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('invalid canvas');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the reader. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

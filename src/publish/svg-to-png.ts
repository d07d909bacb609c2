/** Three dots for each pixel of the drawing: 288 dots per inch where a page gives it 10 inches. */
const PIXEL_RATIO = 3;

/** A drawing as an image for print. Only a page can do it: workers do not read SVG. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth * PIXEL_RATIO, image.naturalHeight * PIXEL_RATIO);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas to draw the image on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

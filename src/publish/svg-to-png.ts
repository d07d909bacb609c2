/** An SVG as a PNG of so many pixels in width. Only a page can do it: workers do not read SVG. */
export async function svgToPng(svg: string, widthPx: number): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(widthPx, Math.round((widthPx * image.naturalHeight) / image.naturalWidth));
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas to draw the image on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

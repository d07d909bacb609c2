import type { ECharts } from 'echarts';

const PIXEL_RATIO = 2;

/** A drawn chart as a PNG. SVG drawings are painted on a canvas first: ECharts gives only its own form. */
export async function chartImage(chart: ECharts, ground: string): Promise<Blob> {
  const image = new Image();
  image.src = chart.getDataURL({ pixelRatio: PIXEL_RATIO, backgroundColor: ground });
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = chart.getWidth() * PIXEL_RATIO;
  canvas.height = chart.getHeight() * PIXEL_RATIO;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw the image on');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the image could not be made'))), 'image/png');
  });
}

/** Hands a file to the user. The name is cut down to what every file system takes. */
export function downloadText(name: string, text: string, type: string): void {
  if (type.startsWith('text/csv')) downloadCsv(name, text);
  else downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

export function downloadCsv(name: string, csv: string | Blob): void {
  // Excel takes a CSV for the local code page unless it begins with a byte order mark.
  downloadBlob(name, new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));
}

export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = safeFileName(name);
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by the next turns of the loop; some browsers read the blob only then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function safeFileName(name: string): string {
  const cleaned = Array.from(name, (c) => (c < ' ' || '<>:"/\\|?*'.includes(c) ? '_' : c)).join('');
  const stem = cleaned.replace(/^[\s.]+|[\s.]+$/g, '').slice(0, 120);
  return stem === '' ? 'fengsui' : stem;
}

/** A file dropped beside the drop zone would make the browser leave the page for it. Returns the function that ends this. */
export function preventStrayDrops(): () => void {
  const stop = (event: DragEvent): void => event.preventDefault();
  addEventListener('dragover', stop);
  addEventListener('drop', stop);
  return () => {
    removeEventListener('dragover', stop);
    removeEventListener('drop', stop);
  };
}

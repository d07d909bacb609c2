/** The browser's own printing of what is on the page. */
export function printPage(): void {
  window.print();
}

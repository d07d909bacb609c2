/**
 * Prints one part of the page alone: while the print goes on, the page carries a class by which styles show that part and
 * hide everything else. Browsers that print without blocking tell by `afterprint` that they are done.
 */
export function printAlone(className: string): void {
  const { classList } = document.body;
  classList.add(className);
  window.addEventListener('afterprint', () => classList.remove(className), { once: true });
  window.print();
}

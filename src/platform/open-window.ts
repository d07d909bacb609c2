/** Opens an address in a window of its own; the one of the same name is brought forward instead. False where it is blocked. */
export function openWindow(address: string, name: string): boolean {
  const opened = window.open(new URL(address, location.href), name, 'popup,width=1280,height=800');
  opened?.focus();
  return opened !== null;
}

/**
 * Asks the browser, once figures of the user's own are kept, not to clear them when the disk runs low. Some browsers
 * ask the user, some decide by themselves; a no is no fault, and the page shows it.
 */
export function askToPersist(): void {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  if (!storage?.persist) return;
  storage
    .persisted()
    .then((already) => (already ? true : storage.persist()))
    .catch(() => false);
}

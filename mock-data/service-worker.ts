import { setupWorker } from 'msw/browser';
import type { Bodies } from './bodies';
import { demonstrationHandlers } from './handlers';
import { DEMONSTRATION_HEADER } from './respond';

/**
 * Lets msw's service worker answer for the feed under `base`. Throws where it cannot: the caller has another way.
 * `workerUrl`: absolute address of msw's script; its folder is what the worker may see.
 */
export async function serveByServiceWorker(
  base: string,
  workerUrl: string,
  bodies: () => Promise<Bodies>,
): Promise<void> {
  const { serviceWorker } = navigator;
  // After a forced reload the page has no controller although a worker is registered, and msw would reload the page
  // under the user's hands. The other way serves this visit.
  const registration = await serviceWorker.getRegistration(workerUrl);
  if (!serviceWorker.controller && registration) {
    throw new Error('this page is not controlled by its service worker');
  }
  if (registration) quietUpdate(registration);
  const worker = setupWorker(...demonstrationHandlers(base, bodies));
  await worker.start({ serviceWorker: { url: workerUrl }, onUnhandledRequest: 'bypass', quiet: true });
  // A static host answers unknown addresses as it likes; only our header proves that the worker stands in between.
  const probe = await fetch(`${base}catalog.json`, { method: 'HEAD' });
  if (!probe.ok || !probe.headers.has(DEMONSTRATION_HEADER)) {
    worker.stop();
    throw new Error('the service worker does not answer');
  }
}

/**
 * msw asks for a newer script and does not wait for the answer: none (the page just left, no network) would end as an
 * error of the page that nobody can do anything about. The script at hand goes on serving.
 */
function quietUpdate(registration: ServiceWorkerRegistration): void {
  const update = registration.update.bind(registration);
  registration.update = () => update().catch(() => registration);
}

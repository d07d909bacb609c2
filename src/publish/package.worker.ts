import { packError, type SentError } from '../platform/engine-protocol';
import { doPackageJob, type PackageAnswer, type PackageJob } from './package-jobs';

/** The worker's own scope, as far as it is used here (this project is typed for the page). */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<PackageJob>) => void): void;
  postMessage(message: { readonly answer: PackageAnswer } | { readonly error: SentError }, transfer: []): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', (event) => {
  doPackageJob(event.data).then(
    (answer) => scope.postMessage({ answer }, []),
    (error: unknown) => scope.postMessage({ error: packError(error) }, []),
  );
});

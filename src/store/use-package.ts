import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { randomId } from '../platform/random-id';
import { readPackageFile } from '../publish/run-package';
import { createTaking, type Taking } from './package-taking';
import { currentPlace, setPlace } from './place';
import { session } from './session';
import { briefingsStore } from './use-briefings';

let current: StoreApi<Taking> | null = null;

function taking(): StoreApi<Taking> {
  current ??= createTaking({
    session: () => session().getState(),
    readPackage: (file, { catalogue: { version, indicators } }, signal) =>
      readPackageFile({ file, catalogue: { version, indicators } }, signal),
    place: { now: currentPlace, set: (patch) => setPlace(patch, { replace: true }) },
    createDraft: (content) => briefingsStore().getState().create(content),
    newId: randomId,
  });
  return current;
}

/** Any part of the package on its way in. */
export function usePackage<T>(selector: (state: Taking) => T): T {
  return useStore(taking(), selector);
}

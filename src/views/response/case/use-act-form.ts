import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Act } from '../../../response/trail/act';
import { useDraft } from '../../../store/use-draft';
import { useActing } from './acting';

/** What is wrong with a form, by field, in the language of the screen. */
type Faults = Readonly<Record<string, string | undefined>>;

/** What a form says: an act, or which fields do not say enough. */
type Reading = { readonly act: Act } | { readonly faults: Faults };

export interface ActForm<T> {
  readonly value: T;
  readonly edit: (patch: Partial<T>) => void;
  /** Empty until the form was sent once: nobody is told that a field is wrong before they were there. */
  readonly faults: Faults;
  /** Why the act was refused, in words; null = it was not. */
  readonly refused: string | null;
  readonly busy: boolean;
  readonly submit: (event: FormEvent) => void;
  readonly box: RefObject<HTMLFormElement | null>;
}

/**
 * A form that becomes one act. What is typed is kept as a draft under `id` until the act was taken; a fault takes the
 * focus to its field.
 */
export function useActForm<T extends object>(
  id: string,
  empty: T,
  read: (value: T) => Reading,
  onTaken?: () => void,
): ActForm<T> {
  const [value, set, clear] = useDraft<T>(id, empty);
  const { record } = useActing();
  const [sent, setSent] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const reading = read(value);
  const faults: Faults = sent > 0 && 'faults' in reading ? reading.faults : {};
  useEffect(() => {
    if (sent > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sent]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setRefused(null);
    if ('faults' in reading) {
      setSent((n) => n + 1);
      return;
    }
    setBusy(true);
    void record(reading.act).then((why) => {
      setBusy(false);
      setRefused(why);
      if (why !== null) return;
      setSent(0);
      clear();
      onTaken?.();
    });
  };
  return { value, edit: (patch) => set((before) => ({ ...before, ...patch })), faults, refused, busy, submit, box };
}

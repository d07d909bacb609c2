import { readPreference, writePreference } from '../../../platform/preferences';

/** The issuing office as it was named last in this browser. */
export const readOffice = (): string => readPreference('fengsui.office') ?? '';

export const keepOffice = (name: string): void => writePreference('fengsui.office', name.trim());

import { create } from 'zustand';
import type { Paper } from '../../../platform/engine-api';

interface TestsDraft {
  readonly text: string;
  /** The paper that is being worked on; null = a new one. */
  readonly paper: Paper | null;
  /** Test whose periods are shown, by its place in the file. */
  readonly shown: number | null;
  write(text: string): void;
  open(text: string, paper: Paper | null): void;
  keptAs(paper: Paper): void;
  show(test: number | null): void;
}

/** The file under way, kept beside the screen so that it survives a look at another one. */
export const useTestsDraft = create<TestsDraft>((set) => ({
  text: '',
  paper: null,
  shown: null,
  write: (text) => set({ text }),
  open: (text, paper) => set({ text, paper, shown: null }),
  keptAs: (paper) => set({ paper }),
  show: (shown) => set({ shown }),
}));

import { demonstrationWorld } from '../facts/make-world';

/** The demonstration on its own day, assessed once for all files of a worker: nobody changes it. */
export const world = demonstrationWorld();

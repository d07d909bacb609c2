/** Called after each page that is written. */
export type OnPage = (done: number, all: number) => void;

/** Is told how much of some work is done, in whatever unit. */
export type Progress = (done: number, total: number) => void;

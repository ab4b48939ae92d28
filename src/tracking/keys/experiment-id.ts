import { randomInt } from 'node:crypto';

const group = 1_000_000_000;

/** A new experiment's id: 18 random digits as MLflow makes them, but `0` for `Default`, which its clients presume. */
export function newExperimentId(name: string): string {
  if (name === 'Default') return '0';
  return `${randomInt(group / 10, group)}${String(randomInt(group)).padStart(9, '0')}`;
}

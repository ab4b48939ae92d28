import { expect, it } from 'vitest';
import { isAsked, mayCome } from '../../../src/cli/logs/read-log.ts';
import { runOf } from '../records.ts';

it.each([
  ['score', 'score', true],
  ['score@folds#2', 'score', true],
  ['score@folds#2', 'score@folds#2', true],
  ['score@folds#2@parts#1', 'score@folds#2', true],
  ['score@folds#20', 'score@folds#2', false],
  ['scores', 'score', false],
])('tells of %s when %s is asked for: %s', (key, step, isSo) => {
  expect(isAsked(key, step)).toBe(isSo);
});

it('awaits a step, or an item of it, while the run that has it in its plan goes on', () => {
  const run = runOf({ status: 'running' });

  expect(['train', 'train@folds#2', 'score'].map((step) => mayCome(run, step))).toEqual([true, true, false]);
  expect(mayCome({ ...run, status: 'failed' }, 'train')).toBe(false);
});

import { describe, expect, it } from 'vitest';
import {
  authorizeRights,
  beginRights,
  finishRights,
  machineRights,
  predictRights,
  startRights,
  stepRights,
} from '../../../cdk/rights/rights-of.ts';
import type { Rights } from '../../../cdk/rights/rights.ts';
import { satisfaction } from '../../pipeline/example.ts';
import { folds } from './example.ts';

/** Each pattern with the actions on it, of all rights that have it. */
function byPattern(rights: Rights['records'] | Rights['objects']): Record<string, string[]> {
  const actions: Record<string, string[]> = {};
  for (const right of rights) for (const on of right.on) (actions[on] ??= []).push(...right.actions);
  return actions;
}

const OWN_WORK = {
  'R#*': ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'BatchWriteItem'],
  'H#*#*': ['BatchWriteItem'],
};
const CACHE = { 'C#*': ['GetItem', 'PutItem'] };

describe('stepRights', () => {
  it('are on runs, and on the cache where the step is cached', () => {
    expect(byPattern(stepRights(satisfaction, 'train').records)).toEqual({ ...OWN_WORK, ...CACHE });
    expect(byPattern(stepRights(folds, 'merge').records)).toEqual(OWN_WORK);
  });

  it('are to read inputs and to make outputs, no more', () => {
    expect(byPattern(stepRights(satisfaction, 'train').objects)).toEqual({
      'artifacts/satisfaction/clean/train/*': ['GetObject'],
      'artifacts/satisfaction/train/model/*': ['GetObject', 'PutObject', 'AbortMultipartUpload'],
    });
  });

  it('are to write the index file of a Distributed Map over what the step gives', () => {
    expect(byPattern(stepRights(folds, 'cut').objects)).toMatchObject({
      'runs/*/indices/cut.parts.json': ['PutObject'],
    });
  });

  it('are on the registry only as the step declares it', () => {
    const onRegistry = (step: string) => {
      const { 'G#*': release, 'V#*': versions, 'L#*': history } = byPattern(stepRights(satisfaction, step).records);
      return { release, versions, history };
    };
    const writes = ['GetItem', 'PutItem', 'ConditionCheckItem'];
    expect(onRegistry('train')).toEqual({});
    expect(onRegistry('gate')).toEqual({ release: ['GetItem'], versions: ['GetItem'], history: ['Query'] });
    expect(onRegistry('release')).toEqual({ release: writes, versions: writes, history: [...writes, 'Query'] });
  });

  it('are to read artifacts of every pipeline only with the registry: any may have made the champion', () => {
    const readers = [...satisfaction.steps.keys()].filter(
      (step) => 'artifacts/*' in byPattern(stepRights(satisfaction, step).objects),
    );
    expect(readers).toEqual(['gate', 'release']);
  });
});

describe('the rights of what is around the steps', () => {
  it('of begin: to record runs of its pipeline, and where runs wait, the queue', () => {
    const records = { 'N#satisfaction': ['GetItem', 'PutItem'], 'E#*': ['GetItem', 'PutItem'] };
    expect(byPattern(beginRights(satisfaction).records)).toEqual({ ...records, 'R#*': ['GetItem', 'PutItem'] });
    expect(byPattern(beginRights({ ...satisfaction, concurrency: 'queue' }).records)).toEqual({
      ...records,
      'Q#satisfaction': ['GetItem', 'PutItem'],
      'R#*': ['GetItem', 'PutItem', 'UpdateItem'],
    });
  });

  it('of begin: also to end the runs that another replaces or that are skipped', () => {
    expect(byPattern(beginRights(folds).records)).toMatchObject({
      'Q#folds': ['GetItem', 'PutItem'],
      'R#*': expect.arrayContaining(['Query', 'UpdateItem']),
    });
  });

  it('of start: to claim events of its pipeline, and to end a run that cannot start', () => {
    expect(byPattern(startRights(satisfaction).records)).toMatchObject({
      'TR#satisfaction/*': ['PutItem'],
      'R#*': expect.arrayContaining(['Query', 'UpdateItem']),
    });
    expect(byPattern(startRights(satisfaction).objects)).toEqual({
      'incoming/satisfaction/*': ['GetObject'],
      'artifacts/satisfaction/params/source/*': ['GetObject'],
    });
  });

  it('of finish: to end runs of every pipeline, and nothing in the bucket', () => {
    expect(Object.keys(byPattern(finishRights.records))).toEqual(['N#*', 'E#*', 'R#*']);
    expect(finishRights.objects).toEqual([]);
  });

  it('of the API: to read what serves', () => {
    expect(byPattern(predictRights.records)).toEqual({ 'G#*': ['GetItem'], 'V#*': ['GetItem'] });
    expect(byPattern(predictRights.objects)).toEqual({ 'artifacts/*': ['GetObject'] });
  });

  it('of the authoriser: to read tokens, which no other has a right to', () => {
    expect(byPattern(authorizeRights.records)).toEqual({ 'TOKEN#*': ['GetItem'] });
    expect(authorizeRights.objects).toEqual([]);
    const others = [startRights(folds), beginRights(folds), finishRights, predictRights, stepRights(folds, 'merge')];
    const patterns = others.flatMap(({ records }) => Object.keys(byPattern(records)));
    expect(
      patterns.filter((pattern) => RegExp(`^${pattern.replaceAll('*', '.*')}$`).test('TOKEN#0123456789ab')),
    ).toEqual([]);
  });

  it('of the machine: to read the indices of its Distributed Maps', () => {
    expect(byPattern(machineRights(folds).objects)).toEqual({ 'runs/*/indices/cut.parts.json': ['GetObject'] });
    expect(machineRights(satisfaction).objects).toEqual([]);
  });
});

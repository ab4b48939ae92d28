import { describe, expect, it } from 'vitest';
import * as keys from '../../../../src/stacks/aws/records/keys.ts';

describe('the layout of the table', () => {
  it('is what tables in use have', () => {
    const layout = [
      keys.experimentKey('12'),
      keys.experimentNameKey('satisfaction'),
      keys.runKey('r1'),
      keys.stepKey('r1', 'fit@tenants#3'),
      keys.metricKey('r1', 'mse'),
      keys.parameterKey('r1', 'l2'),
      keys.tagKey('r1', 'team'),
      keys.pointKey('r1', 'mse', 'position'),
      keys.cacheEntryKey('k1'),
      keys.modelKey('satisfaction'),
      keys.versionKey('satisfaction', 9),
      keys.registeredKey('satisfaction', 'r1', 'release'),
      keys.aliasKey('satisfaction', 'champion'),
      keys.releaseKey('satisfaction'),
      keys.changeKey('satisfaction', 12),
      keys.claimKey('satisfaction#2024-05-03'),
      keys.tokenKey('0123456789ab'),
    ].map(({ pk, sk }) => `${pk} ${sk}`);
    expect(layout).toEqual([
      'E#12 EXP',
      'N#satisfaction NAME',
      'R#r1 RUN',
      'R#r1 S#fit@tenants#3',
      'R#r1 M#mse',
      'R#r1 P#l2',
      'R#r1 T#team',
      'H#r1#mse position',
      'C#k1 HIT',
      'V#satisfaction MODEL',
      'V#satisfaction V#0000000009',
      'V#satisfaction I#r1#release',
      'V#satisfaction A#champion',
      'G#satisfaction RELEASE',
      'L#satisfaction 0000000012',
      'TR#satisfaction#2024-05-03 CLAIM',
      'TOKEN#0123456789ab TOKEN',
    ]);
  });

  it('has these partitions in the index', () => {
    const partitions = [keys.allExperiments, keys.allModels, keys.allTokens, keys.runsByStart('12')];
    expect(partitions).toEqual(['EXPERIMENTS', 'MODELS', 'TOKENS', 'X#12#S']);
  });
});

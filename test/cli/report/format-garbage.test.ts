import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../src/cli/report/format-bytes.ts';
import { formatGarbage } from '../../../src/cli/report/format-garbage.ts';

const nothing = { count: 0, sizeBytes: 0 };
const report = { dryRun: false, runs: 0, cacheEntries: 0, artifacts: nothing, leftovers: nothing, young: nothing };

describe('formatGarbage', () => {
  it('says that there was nothing', () => {
    expect(formatGarbage(report)).toBe('nothing to remove\n');
  });

  it('says what was removed, how much it took and what was left', () => {
    const artifacts = { count: 12, sizeBytes: 4_200_000 };
    expect(formatGarbage({ ...report, runs: 1, cacheEntries: 2, artifacts, young: { count: 1, sizeBytes: 999 } })).toBe(
      `removed 1 run, 2 cache entries, 12 artifacts (4.2 MB)
left 1 artifact (999 B) less than an hour old that nothing refers to
`,
    );
  });

  it('says what would be removed', () => {
    expect(formatGarbage({ ...report, dryRun: true, leftovers: { count: 1, sizeBytes: 1_000 } })).toBe(
      'would remove 1 leftover of a killed write (1.0 kB)\n',
    );
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [2_500_000_000, '2.5 GB'],
    [3e15, '3000.0 TB'],
  ])('writes %i as %s', (sizeBytes, text) => {
    expect(formatBytes(sizeBytes)).toBe(text);
  });
});

import { appendFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

/** Fails as often as it is told; counts in a file, which outlives an attempt here and in a warm function. */
export const flaky = step({
  name: 'flaky',
  inputs: {},
  outputs: { attempts: json<number>() },
  policy: { cache: false, retries: 2, backoffMs: 1 },
  run: async (_inputs, { failures, key }: { failures: number; key: string }) => {
    const counter = join(tmpdir(), `sluice-flaky-${key}`);
    await appendFile(counter, '.');
    const attempts = (await readFile(counter, 'utf8')).length;
    if (attempts <= failures) throw new Error(`failing on purpose, attempt ${attempts}`);
    return { attempts };
  },
});

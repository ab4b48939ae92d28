import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceFile } from '../../../../../src/data/source-file.ts';
import { json } from '../../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../../src/pipeline/step.ts';

/** Reads a first part of the file, and the rest only when there is no file at the path; says beside it that it waits. */
export const read = step({
  name: 'read',
  inputs: {},
  outputs: { sizeBytes: json<number>() },
  run: async (_inputs, { source, path }: { source: SourceFile; path: string }, { signal }) => {
    let sizeBytes = 0;
    for await (const bytes of source.read()) {
      sizeBytes += bytes.length;
      while (existsSync(path)) {
        writeFileSync(`${path}.waiting`, '');
        await sleep(20, undefined, { signal });
      }
    }
    return { sizeBytes };
  },
});

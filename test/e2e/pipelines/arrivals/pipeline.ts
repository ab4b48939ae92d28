import { json } from '../../../../src/pipeline/artifact-types.ts';
import { file } from '../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../src/pipeline/pipeline.ts';
import { step } from '../../../../src/pipeline/step.ts';
import type { SourceFile } from '../../../../src/data/source-file.ts';

export const measure = step({
  name: 'measure',
  inputs: {},
  outputs: { sizeBytes: json<number>() },
  run: (_inputs, { source }: { source: SourceFile }) => {
    console.log('measuring %s', source.name);
    return { sizeBytes: source.sizeBytes };
  },
});

/** One small step over a file, to be started in every way there is. */
export const arrivals = pipeline('arrivals', { parameters: { source: file() } }, ({ source }) => {
  measure({}, { source });
});

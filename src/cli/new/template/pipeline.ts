import { file, integer, number } from '../../../pipeline/parameters.ts';
import { pipeline } from '../../../pipeline/pipeline.ts';
import { when } from '../../../pipeline/when.ts';
import { evaluate } from './evaluate.ts';
import { gate } from './gate.ts';
import { ingest } from './ingest.ts';
import { release } from './release.ts';
import { sample } from './sample.ts';
import { split } from './split.ts';
import { train } from './train.ts';

const parameters = {
  source: file({ description: 'CSV file with the columns of columns.ts' }),
  seed: integer({ default: 1, description: 'of the split and of intervals' }),
  testShare: number({ default: 0.2, min: 0, max: 1, description: 'share of the rows kept for testing' }),
  minR2: number({ default: 0.5, description: 'a model with a lesser test R² is not released' }),
};

/** From a CSV file to a released model. */
export const myPipeline = pipeline('my-pipeline', { parameters, samples: { source: sample } }, (given) => {
  const { seed, testShare, minR2 } = given;
  const { rows } = ingest({}, { source: given.source });
  const parts = split({ rows }, { seed, testShare });
  const fitted = train({ train: parts.train });
  const { metrics } = evaluate({ model: fitted.model, ...parts }, { seed });
  const { passed, verdict } = gate({ model: fitted.model, metrics, test: parts.test }, { minR2, seed });
  when(passed, () => void release({ model: fitted.model, metrics, verdict }));
});

import { choice, file, integer, number } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { when } from '../../src/pipeline/when.ts';
import { evaluate } from './evaluate.ts';
import { gate } from './gate.ts';
import { ingest } from './ingest.ts';
import { prepare } from './prepare.ts';
import { realFlights } from './real-flights.ts';
import { release } from './release.ts';
import { report } from './report.ts';
import { train } from './train.ts';

const parameters = {
  source: file({ description: 'Parquet file of flights: date, delay, distance, origin, destination' }),
  seed: integer({ default: 42, description: 'of the split, of folds and of intervals' }),
  testShare: number({ default: 0.2, min: 0, max: 1, description: 'share of the flights kept for testing' }),
  airports: integer({ default: 50, min: 1, max: 1000, description: 'origins and destinations told apart' }),
  model: choice(['linear', 'ridge'], { default: 'linear', description: 'kind of model' }),
  maxMse: number({ default: 2_000, description: 'a model with a greater test MSE is not released' }),
  minR2: number({ default: 0, description: 'a model with a lesser test R² is not released' }),
  champion: choice(['not-worse', 'better'], { default: 'not-worse', description: 'than the champion, beyond noise' }),
};

/** From a Parquet file of flights to a released model that predicts how late a flight is. */
export const flightDelay = pipeline('flight-delay', { parameters, samples: { source: realFlights } }, (given) => {
  const { seed } = given;
  const { rows } = ingest({}, { source: given.source });
  const parts = prepare({ rows }, { seed, testShare: given.testShare, airports: given.airports });
  const fitted = train({ train: parts.train, transforms: parts.transforms }, { model: given.model, seed });
  const { metrics, baseline } = evaluate({ model: fitted.model, train: parts.train, test: parts.test }, { seed });
  const { passed, verdict, standing } = gate(
    { model: fitted.model, metrics, test: parts.test },
    { maxMse: given.maxMse, minR2: given.minR2, champion: given.champion, seed },
  );
  report({ model: fitted.model, test: parts.test, metrics, baseline, standing });
  when(passed, () => {
    release({ model: fitted.model, metrics, verdict });
  });
});

import { choice, file, integer, number } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { when } from '../../src/pipeline/when.ts';
import { clean } from './clean.ts';
import { evaluate } from './evaluate.ts';
import { gate } from './gate.ts';
import { ingest } from './ingest.ts';
import { release } from './release.ts';
import { sampleOrders } from './sample/sample.ts';
import { report } from './report.ts';
import { train } from './train.ts';

const parameters = {
  source: file({ description: 'CSV file in the shape of the Olist orders' }),
  maxUnreadableShare: number({
    default: 0,
    min: 0,
    max: 1,
    description: 'share of the rows that may be left out as unreadable',
  }),
  seed: integer({ default: 42, description: 'of the split into training and test rows, and of intervals' }),
  testShare: number({ default: 0.2, min: 0, max: 1, description: 'share of the orders kept for testing' }),
  model: choice(['linear', 'ridge'], { default: 'linear', description: 'kind of model' }),
  l2: number({ default: 1, min: 0, description: 'penalty of ridge' }),
  maxMse: number({ default: 2.5, description: 'a model with a greater test MSE is not released' }),
  minR2: number({ default: 0, description: 'a model with a lesser test R² is not released' }),
  champion: choice(['not-worse', 'better'], { default: 'not-worse', description: 'than the champion, beyond noise' }),
};

const samples = { source: sampleOrders };

/** From a CSV of orders to a released model that predicts the review score. */
export const customerSatisfaction = pipeline('customer-satisfaction', { parameters, samples }, (given) => {
  const { rows: raw } = ingest({}, { source: given.source, maxUnreadableShare: given.maxUnreadableShare });
  const parts = clean({ rows: raw }, { seed: given.seed, testShare: given.testShare });
  const fitted = train({ train: parts.train, imputation: parts.imputation }, { model: given.model, l2: given.l2 });
  const { metrics, baseline } = evaluate(
    { model: fitted.model, train: parts.train, test: parts.test },
    { seed: given.seed },
  );
  const { passed, verdict, standing } = gate(
    { model: fitted.model, metrics, test: parts.test },
    { maxMse: given.maxMse, minR2: given.minR2, champion: given.champion, seed: given.seed },
  );
  report({ model: fitted.model, test: parts.test, metrics, baseline, standing });
  when(passed, () => {
    release({ model: fitted.model, metrics, verdict });
  });
});

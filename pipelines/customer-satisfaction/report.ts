import { cardMarkdown } from '../../src/models/card/card-markdown.ts';
import { modelCard, type ModelCard } from '../../src/models/card/model-card.ts';
import type { ChampionStanding } from '../../src/models/champion-standing.ts';
import type { MeasuredMetrics, RegressionMetrics } from '../../src/models/metrics.ts';
import { json, markdown, metrics, model } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { features, modelReady } from './columns.ts';
import { MODEL_NAME } from './model-name.ts';

const PURPOSE = 'Predicts how many stars a customer will give an order, from what was bought and how it was paid.';
const LIMITS = ['It knows orders of one market place in Brazil from 2016 to 2018 only.'];

/** Writes down what is to be known of the model before it is used. */
export const report = step({
  name: 'report',
  inputs: {
    model: model(features),
    test: modelReady,
    metrics: metrics<MeasuredMetrics>(),
    baseline: metrics<RegressionMetrics>(),
    standing: json<ChampionStanding>(),
  },
  outputs: { card: json<ModelCard>(), text: markdown() },
  run: (facts) => {
    const card = modelCard({ name: MODEL_NAME, purpose: PURPOSE, limits: LIMITS, ...facts });
    return { card, text: cardMarkdown(card) };
  },
});

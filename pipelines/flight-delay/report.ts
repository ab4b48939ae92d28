import { cardMarkdown } from '../../src/models/card/card-markdown.ts';
import { modelCard, type ModelCard } from '../../src/models/card/model-card.ts';
import type { ChampionStanding } from '../../src/models/champion-standing.ts';
import type { MeasuredMetrics, RegressionMetrics } from '../../src/models/metrics.ts';
import { json, markdown, metrics, model } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { features, flights } from './columns.ts';
import { MODEL_NAME } from './model-name.ts';

const PURPOSE = 'Predicts how many minutes late a flight arrives, from when it leaves and between which airports.';
const LIMITS = [
  'It knows flights in the USA in the first half of 2001 only.',
  'Weather and the delay of earlier flights are not among its inputs.',
];

/** Writes down what is to be known of the model before it is used. */
export const report = step({
  name: 'report',
  inputs: {
    model: model(features),
    test: flights,
    metrics: metrics<MeasuredMetrics>(),
    baseline: metrics<RegressionMetrics>(),
    standing: json<ChampionStanding>(),
  },
  outputs: { card: json<ModelCard>(), text: markdown() },
  policy: { memoryMb: 1_769 },
  run: (facts) => {
    const card = modelCard({ name: MODEL_NAME, purpose: PURPOSE, limits: LIMITS, ...facts });
    return { card, text: cardMarkdown(card) };
  },
});

import type { Columns } from '../data/table.ts';
import { cardMarkdown } from '../models/card/card-markdown.ts';
import { modelCard, type CardFacts, type ModelCard } from '../models/card/model-card.ts';
import type { ChampionStanding } from '../models/champion-standing.ts';
import type { MeasuredMetrics, RegressionMetrics } from '../models/metrics.ts';
import { json, markdown, metrics, model } from '../pipeline/artifact-types.ts';
import type { Policy } from '../pipeline/policy.ts';
import { step } from '../pipeline/step.ts';
import type { ModelDeclaration } from './model-declaration.ts';

/** Makes the step `report`: writes a card of what is to be known of a model before it is used. */
export function reportStep<F extends Columns, C extends Columns>(
  { name, features, rows }: ModelDeclaration<F, C>,
  words: Pick<CardFacts, 'purpose' | 'limits'>,
  policy: Partial<Policy> = {},
) {
  return step({
    name: 'report',
    inputs: {
      model: model(features),
      test: rows,
      metrics: metrics<MeasuredMetrics>(),
      baseline: metrics<RegressionMetrics>(),
      standing: json<ChampionStanding>(),
    },
    outputs: { card: json<ModelCard>(), text: markdown() },
    policy,
    run: (facts) => {
      const card = modelCard({ name, ...words, ...facts });
      return { card, text: cardMarkdown(card) };
    },
  });
}

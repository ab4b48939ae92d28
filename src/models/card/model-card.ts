import type { Table } from '../../data/table.ts';
import { quantile } from '../bootstrap/interval.ts';
import type { ChampionStanding, Gain } from '../champion-standing.ts';
import type { MeasuredMetrics, MetricName, RegressionMetrics } from '../metrics.ts';
import type { ColumnStatistics, Fit, ModelDocument, Trainer } from '../model-document.ts';
import type { Model, SignatureField } from '../model.ts';
import { numericValues } from '../numeric-column.ts';
import { describeLimits } from './describe-limits.ts';

/** One metric beside what it is held against. */
export interface CardMetric {
  readonly name: MetricName;
  readonly value: number;
  /** Bounds of the 95 % interval. */
  readonly lower: number;
  readonly upper: number;
  /** Of always predicting the training mean. */
  readonly baseline: number;
  readonly champion?: number;
  readonly gain?: Gain;
}

/** One column as the model was trained on it. */
export interface CardFeature extends ColumnStatistics {
  readonly coefficient: number;
  /** What one standard deviation of the column adds to a prediction. */
  readonly effect: number;
}

/** What is to be known of a model before it is used; plain data, of its inputs alone. */
export interface ModelCard {
  readonly format: 'sluice.model-card';
  readonly formatVersion: 1;
  readonly name: string;
  readonly purpose: string;
  readonly trainer: Trainer;
  readonly fit: Fit;
  readonly inputs: readonly SignatureField[];
  readonly target: ColumnStatistics;
  readonly rows: { readonly train: number; readonly test: number };
  /** Version that `champion` and `gain` of the metrics are held against. */
  readonly champion?: number;
  readonly metrics: readonly CardMetric[];
  /** By the size of their effect, the greatest first. */
  readonly features: readonly CardFeature[];
  /** Of actual less predicted on the test rows. */
  readonly residuals: readonly { readonly share: number; readonly value: number }[];
  readonly limits: readonly string[];
}

/** What a card is made of. */
export interface CardFacts {
  readonly name: string;
  /** What the model is for, one sentence. */
  readonly purpose: string;
  /** What it must not be used for, or not be trusted in, that its numbers don't say. */
  readonly limits?: readonly string[];
  readonly model: Model;
  readonly test: Table;
  readonly metrics: MeasuredMetrics;
  readonly baseline: RegressionMetrics;
  readonly standing: ChampionStanding;
}

const SHARES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;
const METRICS = ['mse', 'rmse', 'mae', 'r2'] as const;

/** The card of a model: equal facts make equal cards. Throws as the model's `predict`. */
export function modelCard(facts: CardFacts): ModelCard {
  const { document } = facts.model;
  return {
    format: 'sluice.model-card',
    formatVersion: 1,
    name: facts.name,
    purpose: facts.purpose,
    trainer: document.trainer,
    fit: document.fit,
    inputs: document.signature.inputs,
    target: document.statistics.target,
    rows: { train: document.statistics.rows, test: facts.test.rowCount },
    ...(facts.standing.kind === 'compared' ? { champion: facts.standing.version } : {}),
    metrics: METRICS.map((name) => cardMetric(name, facts)),
    features: cardFeatures(document),
    residuals: residualQuantiles(facts),
    limits: [...describeLimits(document), ...(facts.limits ?? [])],
  };
}

function cardMetric(name: MetricName, { metrics, baseline, standing }: CardFacts): CardMetric {
  return {
    name,
    value: metrics[name],
    lower: metrics[`${name}.lower`],
    upper: metrics[`${name}.upper`],
    baseline: baseline[name],
    ...(standing.kind === 'compared' ? { champion: standing.metrics[name], gain: standing.gains[name] } : {}),
  };
}

function cardFeatures({ coefficients, statistics }: ModelDocument): CardFeature[] {
  const byColumn = new Map(coefficients.map(({ column, coefficient }) => [column, coefficient]));
  return statistics.features
    .map((feature) => {
      const coefficient = byColumn.get(feature.column) ?? 0;
      return { ...feature, coefficient, effect: coefficient * feature.standardDeviation };
    })
    .toSorted((left, right) => Math.abs(right.effect) - Math.abs(left.effect));
}

function residualQuantiles({ model, test }: CardFacts): ModelCard['residuals'] {
  const predicted = model.predict(test);
  const actual = numericValues(test, model.signature.output.name);
  const sorted = actual.map((value, row) => value - predicted[row]!).toSorted();
  return SHARES.map((share) => ({ share, value: quantile(sorted, share) }));
}

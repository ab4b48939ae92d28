import { beforeAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { cardMarkdown } from '../../../src/models/card/card-markdown.ts';
import { modelCard, type CardFacts, type ModelCard } from '../../../src/models/card/model-card.ts';
import { championStanding } from '../../../src/models/champion-standing.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { meanBaseline, trainMean } from '../../../src/models/mean-baseline.ts';
import { measure } from '../../../src/models/measure.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';
import { fitImpute } from '../../../src/models/transforms/impute.ts';

const columns = { kind: 'text', weight: 'float', double: 'float', same: 'float', price: 'float' } as const;

function rows(count: number, from: number) {
  const all = Array.from({ length: count }, (_, row) => row + from);
  const weight = all.map((row) => (row * 37) % 101);
  return tableOf(columns, {
    kind: all.map((row) => 'ab|'[row % 3]!),
    weight: weight.map((value, row) => (row === 3 ? Number.NaN : value)),
    double: weight.map((value, row) => (row === 3 ? 100 : 2 * value)),
    same: all.map(() => 7),
    price: weight.map((value, row) => 5 * value + ((row * 29) % 31)),
  });
}

let facts: CardFacts;
let card: ModelCard;
beforeAll(() => {
  const [train, test] = [rows(200, 0), rows(80, 500)];
  const features = ['kind', 'weight', 'double', 'same'] as const;
  const transforms = [fitImpute(train, ['weight']), fitOneHot(train, ['kind'])];
  const model = trainLinear({ table: train, features, target: 'price', transforms });
  const champion = { version: 3, model: trainMean(train, 'price') };
  facts = {
    name: 'prices',
    purpose: 'Predicts prices.',
    limits: ['Only of 2001.'],
    model,
    test,
    metrics: measure(model, test, 'price', { seed: 1 }),
    baseline: meanBaseline(train, test, 'price'),
    standing: championStanding(champion, model, { table: test, target: 'price' }, { seed: 1 }),
  };
  card = modelCard(facts);
});

describe('modelCard', () => {
  it('has the metrics beside the baseline and the champion', () => {
    expect(card.metrics.map(({ name }) => name)).toEqual(['mse', 'rmse', 'mae', 'r2']);
    expect(card.metrics[0]).toMatchObject({
      value: facts.metrics.mse,
      lower: facts.metrics['mse.lower'],
      baseline: facts.baseline.mse,
      champion: facts.baseline.mse,
      gain: { value: facts.baseline.mse - facts.metrics.mse },
    });
    expect(card.champion).toBe(3);
  });

  it('has no champion where there is none', () => {
    const first = modelCard({ ...facts, standing: { kind: 'none' } });
    expect(first).not.toHaveProperty('champion');
    expect(first.metrics[0]).not.toHaveProperty('gain');
  });

  it('has the features by the size of their effect, a deviation’s worth', () => {
    const sizes = card.features.map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual(sizes.toSorted((left, right) => right - left));
    const [first] = card.features;
    expect(first!.effect).toBe(first!.coefficient * first!.standardDeviation);
    expect(card.features.find(({ column }) => column === 'weight')!.missing).toBe(1);
  });

  it('has quantiles of the residuals that rise, about 0', () => {
    const values = card.residuals.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((left, right) => left - right));
    expect(values[0]).toBeLessThan(0);
    expect(values.at(-1)).toBeGreaterThan(0);
  });

  it('says the limits that its numbers tell, and those it is given', () => {
    expect(card.limits).toEqual([
      'Outside of the ranges of its training rows it extrapolates in a straight line.',
      'Of weight, double only the sum of effects is known: they depend on each other linearly.',
      'same had one value in all training rows and count for nothing.',
      expect.stringMatching(/^A missing weight counts as .*; 1 training rows had none\.$/),
      'Of kind 3 categories are told apart; one never seen in training changes nothing.',
      'Only of 2001.',
    ]);
  });

  it('is the same again, and survives JSON', () => {
    expect(modelCard(facts)).toEqual(card);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});

describe('cardMarkdown', () => {
  it('has every part under a heading', () => {
    const headings = cardMarkdown(card).match(/^#+ .*$/gm);
    expect(headings).toEqual(['# prices', '## Metrics', '## Inputs', '## Features', '## Residuals', '## Limits']);
  });

  it('has as many cells in every line of a table, whatever the names', () => {
    const tables = cardMarkdown(card)
      .split(/\n\n/)
      .filter((part) => part.startsWith('|'));
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      const counts = table.split('\n').map((line) => line.match(/(?<!\\)\|/g)!.length);
      expect(new Set(counts).size).toBe(1);
    }
    expect(cardMarkdown(card)).toContain('| kind=\\| |');
  });

  it('leaves out what has the least effect, and says how many', () => {
    const many = { ...card, features: Array.from({ length: 25 }, () => card.features[0]!) };
    expect(cardMarkdown(many)).toContain('and 5 of less effect.');
  });
});

import type { Model } from '../../models/model.ts';
import type { Trainer } from '../../models/model-document.ts';
import type { LoggedFacts } from '../../tracking/step-record.ts';

/** A step's record is one item of 400 KB at most on AWS; the model itself holds whatever is longer than this. */
const MAX_FACT_LENGTH = 20_000;

/** What a run should tell of a model that one of its steps gave: how it was trained, what it takes and gives. */
export function describeModel({ document, signature, inputExample }: Model): LoggedFacts {
  const { trainer, fit, transforms, statistics } = document;
  return {
    parameters: short({
      ...trainerParameters(trainer),
      solver: fit.solver,
      rank: String(fit.rank),
      features: signature.inputs.map(({ name }) => name).join(', '),
      target: signature.output.name,
      ...(transforms.length === 0 ? {} : { transforms: transforms.map(({ kind }) => kind).join(', ') }),
      ...named('collinear', fit.collinear),
      ...named('constant', fit.constant),
    }),
    metrics: [{ key: 'rows', value: statistics.rows, step: 0 }, ...searchedPenalties(trainer)],
    tags: short({ signature: JSON.stringify(signature), inputExample: JSON.stringify(inputExample) }),
  };
}

function trainerParameters({ name, ...settings }: Trainer): Record<string, string> {
  const plain = Object.entries(settings).filter(([, value]) => typeof value !== 'object');
  return { trainer: name, ...Object.fromEntries(plain.map(([key, value]) => [`trainer.${key}`, String(value)])) };
}

/** The error of each penalty tried, in the order of their path. */
function searchedPenalties(trainer: Trainer): LoggedFacts['metrics'] {
  const path = trainer.name === 'ridge' ? (trainer.search?.path ?? []) : [];
  return path.flatMap(({ l2, mse }, step) => [
    { key: 'search.l2', value: l2, step },
    { key: 'search.mse', value: mse, step },
  ]);
}

function short(facts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact.length <= MAX_FACT_LENGTH));
}

function named(key: string, columns: readonly string[]): Record<string, string> {
  return columns.length === 0 ? {} : { [key]: columns.join(', ') };
}

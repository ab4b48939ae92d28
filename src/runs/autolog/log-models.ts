import type { ArtifactReference } from '../../artifacts/artifact-reference.ts';
import type { Table } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { evaluate } from '../../models/evaluate.ts';
import type { RegressionMetrics } from '../../models/metrics.ts';
import type { Model } from '../../models/model.ts';
import type { LoggedFacts } from '../../tracking/step-record.ts';
import { prefixed, together } from '../logged-facts.ts';
import { describeModel } from './describe-model.ts';

/** A table that a step read; its rows are at hand unless it was streamed. */
export interface ReadTable {
  readonly input: string;
  readonly reference: ArtifactReference;
  readonly table?: Table;
}

/**
 * What is written down of the models that a step gave, by itself: trainer, fit, signature, an example, the hash of the
 * table it was trained on and how well it fits that. Facts are named by their output unless that is `model`. No
 * step fails of a fit that cannot be measured.
 */
export function logModels(models: ReadonlyMap<string, Model>, tables: readonly ReadTable[]): LoggedFacts | undefined {
  if (models.size === 0) return undefined;
  return together(
    [...models].map(([output, model]) =>
      prefixed(
        output === 'model' ? '' : `${output}.`,
        together([describeModel(model), describeTraining(model, tables)]),
      ),
    ),
  );
}

/** The one table with the target and as many rows as the model was trained on; of several alike, none is named. */
function describeTraining(model: Model, tables: readonly ReadTable[]): LoggedFacts {
  const alike = tables.filter(({ reference, table }) => {
    const hasTarget = table === undefined || Object.hasOwn(table.columns, model.signature.output.name);
    return hasTarget && reference.count === model.document.statistics.rows;
  });
  const trainedOn = alike.length === 1 ? alike[0] : undefined;
  return {
    parameters: trainedOn ? { [`data.${trainedOn.input}`]: trainedOn.reference.sha256 } : {},
    metrics: trainedOn?.table ? fitMetrics(model, trainedOn.table) : [],
    tags: {},
  };
}

function fitMetrics(model: Model, table: Table): LoggedFacts['metrics'] {
  const measured = measure(model, table);
  return Object.entries(measured).map(([key, value]) => ({ key, value, step: 0 }));
}

/** Nothing for a model whose fit cannot be measured: its step did what it should, and evaluating it says why not. */
function measure(model: Model, table: Table): Partial<RegressionMetrics> {
  try {
    return evaluate(model, table, model.signature.output.name);
  } catch (error) {
    if (!SluiceError.is(error)) throw error;
    return {};
  }
}

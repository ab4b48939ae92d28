import type { Table } from '../../data/table.ts';
import type { ModelDocument, Trainer } from '../model-document.ts';
import { firstRow, signatureOf, trainingStatistics } from './describe-training.ts';
import type { Moments } from './moments.ts';
import type { LinearFit } from './solve-about-means.ts';
import type { Plan } from './training.ts';

/** The document of a linear model; `first` holds at least the first training row. */
export function linearDocument(
  plan: Plan,
  trainer: Trainer,
  moments: Moments,
  fit: LinearFit,
  first: Table,
): ModelDocument {
  return {
    format: 'sluice.model',
    formatVersion: 1,
    trainer,
    signature: signatureOf(plan),
    transforms: plan.transforms,
    ...fit,
    statistics: trainingStatistics(moments, plan.transforms),
    inputExample: firstRow(first, plan.inputs),
  };
}

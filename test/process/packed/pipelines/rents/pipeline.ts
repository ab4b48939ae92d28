import { evaluate, file, metrics, model, pipeline, readCsv, step, table, trainLinear } from 'sluice';
import type { RegressionMetrics, SourceFile } from 'sluice';

const flats = table({ area: 'float', rent: 'float' });

export const ingest = step({
  name: 'ingest',
  inputs: {},
  outputs: { rows: flats },
  run: async (_inputs, { source }: { source: SourceFile }) => ({ rows: await readCsv(source, flats.columns) }),
});

export const train = step({
  name: 'train',
  inputs: { rows: flats },
  outputs: { model: model({ area: 'float' }), metrics: metrics<RegressionMetrics>() },
  run: ({ rows }) => {
    const fitted = trainLinear({ table: rows, features: ['area'], target: 'rent' });
    return { model: fitted, metrics: evaluate(fitted, rows, 'rent') };
  },
});

export const rents = pipeline('rents', { parameters: { source: file() } }, ({ source }) => {
  const { rows } = ingest({}, { source });
  train({ rows });
});

// What `import … from 'sluice'` gives: all that a pipeline is written with. The library itself never imports this file.
export type { SourceFile } from '../src/data/source-file.ts';
export type { Columns, Table } from '../src/data/table.ts';
export type { TableStream } from '../src/data/table-stream.ts';
export type { Contract } from '../src/data/contract/contract.ts';
export { streamArrow } from '../src/data/arrow/stream.ts';
export { concatTables } from '../src/data/concat-tables.ts';
export { formatCsvRow } from '../src/data/csv/format.ts';
export { readCsv } from '../src/data/csv/read.ts';
export { readCsvWithReport, type CsvReport } from '../src/data/csv/read-with-report.ts';
export { streamCsv } from '../src/data/csv/stream.ts';
export { streamCsvWithReport } from '../src/data/csv/stream-with-report.ts';
export type { UnreadableRows } from '../src/data/csv/unreadable-rows.ts';
export { indexShare, keyShare } from '../src/data/key-share.ts';
export { readParquet } from '../src/data/parquet/read.ts';
export { streamParquet } from '../src/data/parquet/stream.ts';
export { requireRows } from '../src/data/require-rows.ts';
export { rowAt, rowsOf, type Row } from '../src/data/rows.ts';
export { dropColumns, selectColumns, withColumns } from '../src/data/select-columns.ts';
export { rowsWhere, selectRows } from '../src/data/select-rows.ts';
export { sliceRows } from '../src/data/slice-rows.ts';
export { streamOf } from '../src/data/stream-of.ts';
export { tableOf } from '../src/data/table-of.ts';

export { SluiceError } from '../src/errors/sluice-error.ts';

export { cardMarkdown } from '../src/models/card/card-markdown.ts';
export { modelCard, type ModelCard } from '../src/models/card/model-card.ts';
export { championStanding, type ChampionStanding } from '../src/models/champion-standing.ts';
export { evaluate } from '../src/models/evaluate.ts';
export { trainLinear } from '../src/models/linear/train-linear.ts';
export { trainPolynomial } from '../src/models/linear/train-polynomial.ts';
export { trainRidge } from '../src/models/linear/train-ridge.ts';
export { trainRidgeStream } from '../src/models/linear/train-ridge-stream.ts';
export { meanBaseline } from '../src/models/mean-baseline.ts';
export { measure } from '../src/models/measure.ts';
export type { MeasuredMetrics, RegressionMetrics } from '../src/models/metrics.ts';
export type { Model } from '../src/models/model.ts';
export {
  applyCyclicDateParts,
  applyDateParts,
  cyclicDateParts,
  dateParts,
} from '../src/models/transforms/date-parts.ts';
export { fitOneHot } from '../src/models/transforms/fit-one-hot.ts';
export { applyImpute, fitImpute, type ImputeTransform } from '../src/models/transforms/impute.ts';
export { applyOneHot } from '../src/models/transforms/one-hot.ts';
export { applyPolynomial, polynomialTerms } from '../src/models/transforms/polynomial.ts';
export { applyStandardise, fitStandardise } from '../src/models/transforms/standardise.ts';
export type { Transform } from '../src/models/transforms/transform.ts';

export {
  json,
  list,
  markdown,
  metrics,
  model,
  scalar,
  streamed,
  table,
  verdict,
} from '../src/pipeline/artifact-types.ts';
export { map } from '../src/pipeline/map.ts';
export { choice, file, flag, integer, number, text, type Sample } from '../src/pipeline/parameters.ts';
export { pipeline, type Pipeline } from '../src/pipeline/pipeline.ts';
export { step } from '../src/pipeline/step.ts';
export type { StepContext, StepLogger } from '../src/pipeline/step-context.ts';
export { when } from '../src/pipeline/when.ts';

export { judge } from '../src/tracking/gate/judge.ts';
export { againstChampion, atLeast, atMost, type Must } from '../src/tracking/gate/rule.ts';
export type { Verdict } from '../src/tracking/verdict.ts';

export { evaluateStep } from '../src/steps/evaluate-step.ts';
export { type GateRules, gateStep } from '../src/steps/gate-step.ts';
export type { ModelDeclaration } from '../src/steps/model-declaration.ts';
export { releaseStep } from '../src/steps/release-step.ts';
export { reportStep } from '../src/steps/report-step.ts';

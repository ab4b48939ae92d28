import type { RunData } from '../../tracking/metric.ts';
import type { ParameterValue, RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { isFileReference } from '../load.ts';
import type { ComparedMetric, ComparedRun, Comparison, MeasuredValue } from './comparison.ts';

/** What a comparison needs of one run. */
export interface RunView {
  readonly run: RunRecord;
  readonly steps: readonly StepRecord[];
  readonly data: RunData;
}

/** Compares two runs: a pure function of their records. Metrics `m.lower` and `m.upper` are the interval of `m`. */
export function compareRuns(first: RunView, second: RunView): Comparison {
  const values = [parameterTexts(first.run), parameterTexts(second.run)] as const;
  const names = unionOf(...values);
  const differing = names.filter((name) => values[0][name] !== values[1][name]);
  return {
    runs: [summary(first.run), summary(second.run)],
    parameters: differing.map((name) => ({ name, values: [values[0][name] ?? null, values[1][name] ?? null] })),
    sameParameters: names.length - differing.length,
    code: differingCode(first.steps, second.steps),
    metrics: compareMetrics(measuredValues(first.data), measuredValues(second.data)),
  };
}

function summary({ id, pipeline, status, startedAtMs, endedAtMs, source }: RunRecord): ComparedRun {
  return {
    id,
    pipeline,
    status,
    durationMs: endedAtMs === undefined ? null : endedAtMs - startedAtMs,
    source: source ?? null,
  };
}

function parameterTexts({ parameters }: RunRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, parameterText(value)]));
}

/** A file by name and bytes: where it lies does not matter. */
function parameterText(value: ParameterValue): string {
  return isFileReference(value) ? `${value.file.name} (sha256 ${value.file.sha256.slice(0, 12)})` : String(value);
}

function differingCode(first: readonly StepRecord[], second: readonly StepRecord[]): string[] {
  const [before, after] = [codeByStep(first), codeByStep(second)];
  return [...before].filter(([step, code]) => after.has(step) && after.get(step) !== code).map(([step]) => step);
}

/** Of the steps that ran to their end: of others nobody wrote down the code. */
function codeByStep(steps: readonly StepRecord[]): ReadonlyMap<string, string> {
  return new Map(steps.flatMap(({ step, cacheKeyParts }) => (cacheKeyParts ? [[step, cacheKeyParts.code]] : [])));
}

const BOUND = /\.(?:lower|upper)$/;

function measuredValues({ metrics }: RunData): Record<string, MeasuredValue> {
  const names = Object.keys(metrics).filter((name) => !(BOUND.test(name) && metrics[name.replace(BOUND, '')]));
  return Object.fromEntries(names.map((name) => [name, measuredValue(metrics, name)]));
}

function measuredValue(metrics: RunData['metrics'], name: string): MeasuredValue {
  const [value, lower, upper] = [name, `${name}.lower`, `${name}.upper`].map((key) => metrics[key]?.value);
  return { value: value!, ...(lower === undefined || upper === undefined ? {} : { lower, upper }) };
}

function compareMetrics(
  first: Readonly<Record<string, MeasuredValue>>,
  second: Readonly<Record<string, MeasuredValue>>,
): ComparedMetric[] {
  return unionOf(first, second).map((name) => {
    const values = [first[name] ?? null, second[name] ?? null] as const;
    return { name, values, difference: values[0] && values[1] && values[1].value - values[0].value };
  });
}

function unionOf(first: object, second: object): string[] {
  return [...new Set([...Object.keys(first), ...Object.keys(second)])];
}

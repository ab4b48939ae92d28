import type { StepLogger } from '../pipeline/step-context.ts';
import type { LogBatch, MetricPoint } from '../tracking/metric.ts';
import type { StepLog } from '../tracking/step-record.ts';
import { prefixed, together } from './logged-facts.ts';

/** A logger and what was logged through it so far. */
export function recordLog(): { readonly logger: StepLogger; readonly log: () => StepLog } {
  const parameters: Record<string, string> = {};
  const metrics: StepLog['metrics'][number][] = [];
  const tags: Record<string, string> = {};
  const logger: StepLogger = {
    parameter: (key, value) => void (parameters[key] = String(value)),
    metric: (key, value, step = 0) => void metrics.push({ key, value, step }),
    tag: (key, value) => void (tags[key] = value),
    parameters: (values) => Object.entries(values).forEach(([key, value]) => logger.parameter(key, value)),
    metrics: (values, step) => Object.entries(values).forEach(([key, value]) => logger.metric(key, value, step)),
    tags: (values) => Object.entries(values).forEach(([key, value]) => logger.tag(key, value)),
  };
  return { logger, log: () => ({ parameters, metrics, tags }) };
}

/** The log with the numbers of metrics artifacts added, under the output's name unless that is `metrics`. */
export function withMetricsOutputs(
  log: StepLog,
  outputs: ReadonlyMap<string, Readonly<Record<string, number>>>,
): StepLog {
  const points = [...outputs].flatMap(([output, values]) =>
    Object.entries(values).map(([key, value]) => ({
      key: output === 'metrics' ? key : `${output}.${key}`,
      value,
      step: 0,
    })),
  );
  return { ...log, metrics: [...log.metrics, ...points] };
}

/**
 * A step's log as the run's: with the time at which it was committed, and what is known of its models under its key,
 * so that the steps of a run do not contradict each other.
 */
export function toBatch({ models, ...log }: StepLog, stepKey: string, timestampMs: number): LogBatch {
  const facts = models === undefined ? log : together([prefixed(`${stepKey}.`, models), log]);
  const metrics: MetricPoint[] = facts.metrics.map((point) => ({ ...point, timestampMs }));
  return { ...facts, metrics };
}

import type { StepLogger } from '../pipeline/step-context.ts';
import type { MetricPoint } from '../tracking/metric.ts';
import type { LogBatch } from '../tracking/metric.ts';
import type { StepLog } from '../tracking/step-record.ts';

/** A logger and what was logged through it so far. */
export function recordLog(): { readonly logger: StepLogger; readonly log: () => StepLog } {
  const parameters: Record<string, string> = {};
  const metrics: StepLog['metrics'][number][] = [];
  const tags: Record<string, string> = {};
  const logger: StepLogger = {
    parameter: (key, value) => void (parameters[key] = String(value)),
    metric: (key, value, step = 0) => void metrics.push({ key, value, step }),
    tag: (key, value) => void (tags[key] = value),
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

/** A step's log as the run's: with the time at which it was committed. */
export function toBatch(log: StepLog, timestampMs: number): LogBatch {
  const metrics: MetricPoint[] = log.metrics.map((point) => ({ ...point, timestampMs }));
  return { metrics, parameters: log.parameters, tags: log.tags };
}

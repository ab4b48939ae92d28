import { nearest } from '../src/errors/nearest.ts';
import { SluiceError } from '../src/errors/sluice-error.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';
import { checkSchedule } from '../src/pipeline/schedule/check-schedule.ts';
import type { Schedule } from '../src/pipeline/schedule/read-schedules.ts';
import { checkParameters } from '../src/runs/check-parameters.ts';

/**
 * Throws `deployment.bad-schedule` for schedules of no pipeline, or whose runs would all be refused, and `schedule.*` for
 * times that EventBridge would not take or that never come; an `AggregateError` where there are several of these.
 */
export function checkSchedules(
  schedules: Readonly<Record<string, Schedule>>,
  pipelines: readonly Pipeline[],
  nowMs: number,
): void {
  const [first, ...others] = Object.entries(schedules).flatMap(([name, { expression, parameters }]) => {
    const pipeline = pipelines.find((one) => one.name === name);
    if (!pipeline) return unknownPipeline(name, pipelines);
    return [
      ...refusalOf(() => checkTimes(name, expression, nowMs)),
      ...refusalOf(() => checkAgainst(pipeline, parameters)),
    ];
  });
  if (others.length > 0) throw new AggregateError([first, ...others], 'several schedules cannot be deployed');
  if (first) throw first;
}

function refusalOf(check: () => void): SluiceError[] {
  try {
    check();
    return [];
  } catch (error) {
    if (SluiceError.is(error)) return [error];
    throw error;
  }
}

/** Says of which pipeline the schedule is. */
function checkTimes(pipeline: string, expression: string, nowMs: number): void {
  try {
    checkSchedule(expression, nowMs);
  } catch (error) {
    if (!SluiceError.is(error)) throw error;
    throw new SluiceError({ ...error.facts, seen: `${pipeline}: ${error.facts.seen}`, cause: error });
  }
}

function checkAgainst({ name, parameters: declared }: Pipeline, parameters: Schedule['parameters']): void {
  try {
    checkParameters(declared, parameters);
  } catch (error) {
    if (!SluiceError.is(error)) throw error;
    const { message, seen } = error.facts;
    const what = [name, message, seen].filter((part) => part !== undefined).join(': ');
    throw badSchedule(what, 'give the schedule all parameters without a default, with allowed values', error);
  }
}

function unknownPipeline(name: string, pipelines: readonly Pipeline[]): SluiceError {
  const names = pipelines.map((pipeline) => pipeline.name);
  const near = nearest(name, names);
  return badSchedule(name, near === undefined ? `name one of ${names.join(', ')}` : `did you mean ${near}?`);
}

function badSchedule(seen: string, mend: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'deployment.bad-schedule',
    message: 'a schedule cannot be deployed',
    seen,
    allowed: '{"PIPELINE": {"expression": "cron(0 3 * * ? *)", "parameters": {"source": "s3://…"}}}',
    mend,
    cause,
  });
}

import { z } from 'zod';
import { nearest } from '../src/errors/nearest.ts';
import { SluiceError } from '../src/errors/sluice-error.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';
import { checkSchedule } from '../src/pipeline/schedule/check-schedule.ts';
import { checkParameters } from '../src/runs/check-parameters.ts';

/** When EventBridge runs a pipeline by itself, and with which parameters beside their defaults. */
export type Schedule = z.infer<typeof scheduleSchema>;

const scheduleSchema = z.union([
  z.string().transform((expression) => ({ expression, parameters: {} })),
  z.strictObject({
    expression: z.string(),
    parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  }),
]);
const schedulesSchema = z.record(z.string(), scheduleSchema);

/** Schedules by pipeline, as `cdk.json` has them or, in JSON, the command line. Throws `deployment.bad-schedule`. */
export function readSchedules(given: unknown): Readonly<Record<string, Schedule>> {
  const { success, data } = schedulesSchema.safeParse(typeof given === 'string' ? parsed(given) : given);
  if (success) return data;
  throw badSchedule(typeof given === 'string' ? given : JSON.stringify(given), MEND);
}

/**
 * Throws `deployment.bad-schedule` for schedules of no pipeline, or whose runs would all be refused, and `schedule.*` for
 * times that EventBridge would not take or that never come.
 */
export function checkSchedules(
  schedules: Readonly<Record<string, Schedule>>,
  pipelines: readonly Pipeline[],
  nowMs: number,
): void {
  for (const [name, { expression, parameters }] of Object.entries(schedules)) {
    const pipeline = pipelines.find((one) => one.name === name);
    if (!pipeline) throw unknownPipeline(name, pipelines);
    checkTimes(name, expression, nowMs);
    checkAgainst(pipeline, parameters);
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

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // refused by the schema, with the text as it was given
  }
}

const MEND = 'correct sluice:schedules in cdk.json or on the command line';

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

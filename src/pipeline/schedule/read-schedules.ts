import * as v from 'valibot';
import { recordSchema } from '../../data/record-schema.ts';
import { SluiceError } from '../../errors/sluice-error.ts';

/** When EventBridge runs a pipeline by itself. */
export interface Schedule {
  readonly expression: string;
  /** Beside the defaults of the pipeline. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** Whether it is on once it is deployed; it is unless said. */
  readonly enabled?: boolean;
}

/** Where `cdk.json` has them in its context. */
export const SCHEDULES = 'sluice:schedules';

const scheduleSchema = v.union([
  v.pipe(
    v.string(),
    v.transform((expression) => ({ expression, parameters: {} })),
  ),
  v.strictObject({
    expression: v.string(),
    parameters: v.optional(recordSchema(v.union([v.string(), v.number(), v.boolean()])), {}),
    enabled: v.exactOptional(v.boolean()),
  }),
]);
const schedulesSchema = recordSchema(scheduleSchema);

/** Schedules by pipeline, as `cdk.json` has them or, in JSON, the command line. Throws `deployment.bad-schedule`. */
export function readSchedules(given: unknown): Readonly<Record<string, Schedule>> {
  const { success, output } = v.safeParse(schedulesSchema, typeof given === 'string' ? parsed(given) : given);
  if (success) return output;
  throw new SluiceError({
    code: 'deployment.bad-schedule',
    message: 'schedules cannot be read',
    seen: typeof given === 'string' ? given : JSON.stringify(given),
    allowed: '{"PIPELINE": {"expression": "cron(0 3 * * ? *)", "parameters": {"source": "s3://…"}}}',
    mend: `correct ${SCHEDULES} in cdk.json or on the command line`,
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // refused by the schema, with the text as it was given
  }
}

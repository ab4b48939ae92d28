import { z } from 'zod';
import { SluiceError } from '../../errors/sluice-error.ts';

/** When EventBridge runs a pipeline by itself, and with which parameters beside their defaults. */
export type Schedule = z.infer<typeof scheduleSchema>;

/** Where `cdk.json` has them in its context. */
export const SCHEDULES = 'sluice:schedules';

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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SluiceError } from '../../errors/sluice-error.ts';
import { readSchedules, SCHEDULES } from '../../pipeline/schedule/read-schedules.ts';

/**
 * The expression of a pipeline's schedule in the `cdk.json` of a project; undefined if it has none, or one that is off.
 * Throws `deployment.bad-*`.
 */
export async function deployedSchedule(root: string, pipeline: string): Promise<string | undefined> {
  const document = await readFile(join(root, 'cdk.json'), 'utf8').catch(nothingWhenMissing);
  const schedule = readSchedules(contextOf(document)[SCHEDULES] ?? {})[pipeline];
  return schedule?.enabled === false ? undefined : schedule?.expression;
}

function contextOf(document: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(document) as { readonly context?: Readonly<Record<string, unknown>> }).context ?? {};
  } catch (cause) {
    throw new SluiceError({
      code: 'deployment.bad-context',
      message: 'cdk.json cannot be read',
      seen: String(cause),
      allowed: 'a JSON object',
      mend: 'correct it, or say with --schedule when the pipeline is to run',
      cause,
    });
  }
}

function nothingWhenMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '{}';
  throw error;
}

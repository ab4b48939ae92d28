import { SluiceError } from '../src/errors/sluice-error.ts';
import type { Starter } from './starter.ts';
import { answers } from './until-ready.ts';

/**
 * Sees to it that an emulator answers at the endpoint: the one that does, or the first that can be started here. Tells
 * why others cannot. Throws `localstack.no-emulator`, and what starting one throws.
 */
export async function ensureEmulator(
  endpoint: string,
  starters: readonly Starter[],
  tell: (line: string) => void,
): Promise<'reused' | 'started'> {
  if (await answers(endpoint)) return 'reused';
  const obstacles: string[] = [];
  for (const { name, obstacle, start } of starters) {
    const inTheWay = await obstacle();
    if (inTheWay === undefined) {
      tell(`Starting ${name}.`);
      await start(endpoint);
      return 'started';
    }
    obstacles.push(`${name}: ${inTheWay}`);
    tell(`Not ${name}: ${inTheWay}.`);
  }
  throw noEmulator(endpoint, obstacles);
}

/**
 * Stops what `ensureEmulator` started, in whichever way, and tells of each; answers whether there was one. One that cannot
 * be stopped keeps no other from it. Throws `localstack.command-failed`.
 */
export async function stopEmulators(starters: readonly Starter[], tell: (line: string) => void): Promise<boolean> {
  let hasStopped = false;
  const failures: unknown[] = [];
  for (const { name, stop } of starters) {
    try {
      if (!(await stop())) continue;
      hasStopped = true;
      tell(`Stopped ${name}.`);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, 'several emulators cannot be stopped');
  if (failures.length === 1) throw failures[0];
  return hasStopped;
}

function noEmulator(endpoint: string, obstacles: readonly string[]): SluiceError {
  return new SluiceError({
    code: 'localstack.no-emulator',
    message: 'no emulator answers, and none can be started here',
    seen: `nobody at ${endpoint}; ${obstacles.join('; ')}`,
    mend: 'start Docker, or install Python 3; or start an emulator there yourself',
  });
}

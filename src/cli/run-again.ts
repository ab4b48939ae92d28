import { join } from 'node:path';
import { SluiceError } from '../errors/sluice-error.ts';
import type { RunRequest } from '../stacks/stack.ts';
import { isUnderWay } from '../tracking/rules/under-way.ts';
import type { RunOrigin, RunRecord } from '../tracking/run-record.ts';
import type { CommandContext } from './command-context.ts';

/** What to run to go on with a run, or to do it again: its pipeline of now, its parameters of then. Throws `run.still-running`. */
export async function requestAgain(
  { root }: Pick<CommandContext, 'root'>,
  run: RunRecord,
  kind: RunOrigin['kind'],
): Promise<RunRequest> {
  if (isUnderWay(run)) throw stillRunning(run.id);
  const { findPipeline } = await import('../pipeline/find-pipeline.ts');
  const { sameParameters } = await import('../runs/replay/same-parameters.ts');
  const pipeline = await findPipeline(join(root, 'pipelines'), run.pipeline);
  const parameters = sameParameters(run);
  return { pipeline, parameters, useCache: kind === 'resume', origin: { kind, run: run.id } };
}

function stillRunning(run: string): SluiceError {
  return new SluiceError({
    code: 'run.still-running',
    message: 'the run has not ended yet',
    seen: run,
    allowed: 'runs that ended, in whatever way',
    mend: 'wait for its end: `sluice show RUN --follow` does',
  });
}

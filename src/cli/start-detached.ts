import { formatError } from '../errors/format-error.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { RunRequest, Stack } from '../stacks/stack.ts';
import { isUnderWay } from '../tracking/rules/under-way.ts';
import type { CommandContext } from './command-context.ts';
import { type ExitCode, exitCodeOfRun } from './exit-code.ts';
import { goesOn } from './follow-until-left.ts';

/** Starts a run that goes on without this process, and says under which id. Throws `run.cannot-detach`. */
export async function startDetached(
  { out, err }: Pick<CommandContext, 'out' | 'err'>,
  { name, orchestrator }: Pick<Stack, 'name' | 'orchestrator'>,
  ask: () => Promise<RunRequest>,
  asJson: boolean,
): Promise<ExitCode> {
  if (!orchestrator.start) throw cannotDetach(name);
  const run = await orchestrator.start(await ask());
  const { id, pipeline, status, stack, error } = run;
  if (error) err(`${formatError(error)}\n`);
  if (asJson) out(`${JSON.stringify({ run: { id, pipeline, status, stack }, ...(error ? { error } : {}) })}\n`);
  else out(isUnderWay(run) ? goesOn(run, name) : `run ${id} of ${pipeline}: ${status}\n`);
  return isUnderWay(run) ? 0 : exitCodeOfRun(status);
}

function cannotDetach(stack: string): SluiceError {
  return new SluiceError({
    code: 'run.cannot-detach',
    message: 'runs of this stack are part of the process that started them, and end with it',
    seen: `--detach on stack ${stack}`,
    allowed: 'stacks whose orchestrator is step-functions',
    mend: 'leave out --detach and let the shell put it in the background: sluice run PIPELINE > run.log 2>&1 &',
  });
}

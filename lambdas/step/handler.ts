import type { Manifest } from '../../src/pipeline/manifest.ts';
import type { AnyStepDefinition } from '../../src/pipeline/step.ts';
import { executeStep, type StepWork } from '../../src/runs/execute-step.ts';
import { encodeLine } from '../../src/runs/printed/line-document.ts';
import { stepAnswer, type StepAnswer } from '../../src/runs/step-answer.ts';
import type { Worker } from '../../src/runs/worker.ts';
import { openDeployedWorker } from '../../src/stacks/aws/deployed-worker.ts';
import { stateError } from '../../src/stacks/aws/orchestrator/state-error.ts';

/** The function of one step of a pipeline. What the step prints is written to its log with the run that it was for. */
export function stepHandler(
  manifest: Manifest,
  step: AnyStepDefinition,
  worker: Worker = openDeployedWorker(process.env, manifest, step),
  write: (line: string) => void = (line) => void process.stdout.write(line),
): (work: StepWork) => Promise<StepAnswer> {
  return async (work) => {
    const print: Worker['print'] = (line) => write(`${encodeLine({ run: work.run, ...line })}\n`);
    try {
      return stepAnswer(manifest.nodes, await executeStep({ ...worker, print }, work));
    } catch (error) {
      throw stateError(error);
    }
  };
}

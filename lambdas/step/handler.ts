import type { Manifest } from '../../src/pipeline/manifest.ts';
import type { AnyStepDefinition } from '../../src/pipeline/step.ts';
import { executeStep, type StepWork } from '../../src/runs/execute-step.ts';
import { stepAnswer, type StepAnswer } from '../../src/runs/step-answer.ts';
import type { Worker } from '../../src/runs/worker.ts';
import { openDeployedWorker } from '../../src/stacks/aws/deployed-worker.ts';
import { stateError } from '../../src/stacks/aws/orchestrator/state-error.ts';

/** The function of one step of a pipeline. */
export function stepHandler(
  manifest: Manifest,
  step: AnyStepDefinition,
  worker: Worker = openDeployedWorker(process.env, manifest, step),
): (work: StepWork) => Promise<StepAnswer> {
  return async (work) => {
    try {
      return stepAnswer(manifest.nodes, await executeStep(worker, work));
    } catch (error) {
      throw stateError(error);
    }
  };
}

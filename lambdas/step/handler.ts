import type { Manifest } from '../../src/pipeline/manifest.ts';
import type { AnyStepDefinition } from '../../src/pipeline/step.ts';
import { executeStep, type StepWork } from '../../src/runs/execute-step.ts';
import { stepAnswer, type StepAnswer } from '../../src/runs/step-answer.ts';
import { openDeployedStores } from '../../src/stacks/aws/deployed-stores.ts';
import { stateError } from '../../src/stacks/aws/orchestrator/state-error.ts';
import { s3SourceFile } from '../../src/stacks/aws/s3-source-file.ts';
import type { FileReference } from '../../src/tracking/run-record.ts';

/** The function of one step of a pipeline. */
export function stepHandler(manifest: Manifest, step: AnyStepDefinition): (work: StepWork) => Promise<StepAnswer> {
  const { records, artifacts, s3 } = openDeployedStores(process.env);
  const steps = new Map([[step.name, step]]);
  const openFile = async ({ file }: FileReference) => s3SourceFile(s3, file);
  return async (work) => {
    try {
      const worker = { manifest, steps, records, artifacts, openFile, now: Date.now };
      return stepAnswer(manifest.nodes, await executeStep(worker, work));
    } catch (error) {
      throw stateError(error);
    }
  };
}

import { join } from 'node:path';
import { pipelineNames } from '../../pipeline/find-pipeline.ts';
import type { Finding } from '../../stacks/finding.ts';

/** Whether the folder that `sluice` was called in has pipelines; one without has runs of its own, none of the project's. */
export async function examineProject(root: string): Promise<Finding> {
  const names = await pipelineNames(join(root, 'pipelines'));
  if (names.length > 0) return { part: 'project', state: 'good', says: `${root} has ${names.join(', ')}` };
  return {
    part: 'project',
    state: 'warning',
    says: `${root} has no pipelines/NAME/pipeline.ts`,
    mend: 'call sluice in the folder of the project, or write a pipeline: `sluice new NAME`',
  };
}

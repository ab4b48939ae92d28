import type { Manifest } from '../../src/pipeline/manifest.ts';
import { startRun } from '../../src/runs/start.ts';
import { openDeployedStores } from '../../src/stacks/aws/deployed-stores.ts';
import { placeS3File } from '../../src/stacks/aws/orchestrator/place-s3-file.ts';
import { stateError } from '../../src/stacks/aws/orchestrator/state-error.ts';
import type { Scalar } from '../../src/tracking/step-record.ts';

interface Begun {
  /** Name of the execution. */
  readonly run: string;
  /** Input of the execution; only one started from the console has parameters. */
  readonly input: { readonly parameters?: Readonly<Record<string, Scalar>> };
  /** ISO 8601. */
  readonly startedAt: string;
}

/** The first state of a pipeline's machine: makes sure of the run's record and brings its parameters in. */
export function beginHandler(manifest: Manifest): (begun: Begun) => Promise<{ run: string; scalars: object }> {
  const { records, s3 } = openDeployedStores(process.env);
  const placeFile = async (_parameter: string, uri: string) => placeS3File(s3, uri);
  return async ({ run: id, input, startedAt }) => {
    const now = () => Date.parse(startedAt);
    const starter = { manifest, stack: 'aws', records, placeFile, now };
    const { parameters = {} } = input;
    const asked = { parameters, useCache: true, trigger: { kind: 'console' }, run: id } as const;
    try {
      const run = (await records.runs.get(id)) ?? (await startRun(starter, asked));
      const scalars = Object.entries(run.parameters).filter(([, value]) => typeof value !== 'object');
      return { run: id, scalars: Object.fromEntries(scalars) };
    } catch (error) {
      throw stateError(error);
    }
  };
}

import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import type { CommandContext } from '../command-context.ts';
import { SAMPLE_SEED, writeSample } from './write-sample.ts';

/** Stacks on this machine: only there does made-up data stand in for a file that was not given. */
const HOME_STACKS = new Set(['local', 'localstack']);

/** The parameters given, and for each missing file that has a sample the path of one, written under `home`. */
export async function fillSamples(
  { home, err }: Pick<CommandContext, 'home' | 'err'>,
  pipeline: Pipeline,
  stack: string,
  given: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const parameters = { ...given };
  if (!HOME_STACKS.has(stack)) return parameters;
  for (const [name, sample] of Object.entries(pipeline.samples)) {
    if (Object.hasOwn(given, name)) continue;
    const path = join(home, 'samples', pipeline.name, sample.fileName);
    const partPath = `${path}.${process.pid}`; // a run beside this one may be reading the file
    await writeSample(sample, { rows: sample.rows, seed: SAMPLE_SEED }, partPath);
    await rename(partPath, path);
    err(`no ${name} given: ${sample.rows} rows of sample data, ${sample.description}\n`);
    parameters[name] = path;
  }
  return parameters;
}

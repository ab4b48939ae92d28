import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sample } from '../../pipeline/parameters.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { checkParameters } from '../../runs/check-parameters.ts';
import { samplePart, samplesFolder } from '../../stacks/local/samples-folder.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { CommandContext } from '../command-context.ts';
import { writeSample } from './write-sample.ts';

type PlacedStack = Pick<Stack, 'name' | 'flavors'>;

/**
 * The parameters given, and for each missing file that has a sample the path of one, written under `home`.
 * Throws `parameter.*`, before anything is written, and as `writeSample`.
 */
export async function fillSamples(
  { home, err }: Pick<CommandContext, 'home' | 'err'>,
  pipeline: Pipeline,
  stack: PlacedStack,
  given: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  if (!isAtHome(stack)) return { ...given };
  const missing = Object.entries(pipeline.samples).filter(([name]) => !Object.hasOwn(given, name));
  const pathOf = ({ fileName }: Sample) => join(samplesFolder(home), pipeline.name, fileName);
  const filled = { ...given, ...Object.fromEntries(missing.map(([name, sample]) => [name, pathOf(sample)])) };
  checkParameters(pipeline.parameters, filled);
  for (const [name, sample] of missing) {
    await writeWhole(sample, pathOf(sample));
    err(`no ${name} given: ${sample.rows} rows of sample data, ${sample.description}\n`);
  }
  return filled;
}

/** Only on this machine does made-up data stand in for a file that was not given. */
function isAtHome({ name, flavors }: PlacedStack): boolean {
  return flavors.artifactStore === 'files' || name === 'localstack';
}

async function writeWhole(sample: Sample, path: string): Promise<void> {
  const partPath = samplePart(path);
  await writeSample(sample, sample, partPath);
  await rename(partPath, path);
}

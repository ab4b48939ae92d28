import { join } from 'node:path';
import type { Command } from 'commander';
import { SluiceError } from '../../errors/sluice-error.ts';
import { parseInteger } from '../arguments/parse-integer.ts';
import type { CommandContext } from '../command-context.ts';

interface SampleOptions {
  readonly rows: string;
  readonly seed: string;
  readonly out: string;
  readonly json?: true;
}

/** `sluice sample`: writes made-up data for a pipeline. */
export function addSample(program: Command, context: CommandContext): void {
  program
    .command('sample')
    .description('write generated data of the shape that a pipeline takes')
    .argument('<pipeline>', 'name of a folder in pipelines/')
    .requiredOption('--rows <count>', 'rows below the header')
    .requiredOption('--seed <number>', 'equal seeds give equal bytes')
    .requiredOption('--out <path>', 'file to write')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice sample rents --rows 1000 --seed 7 --out flats.csv')
    .action((name: string, options: SampleOptions) => sample(context, name, options));
}

async function sample(context: CommandContext, name: string, options: SampleOptions): Promise<void> {
  const rows = parseInteger('--rows', options.rows, 1, 100_000_000);
  const seed = parseInteger('--seed', options.seed, 0, 2 ** 32 - 1);
  const { findPipeline } = await import('../../pipeline/find-pipeline.ts');
  const { writeSample } = await import('../sample/write-sample.ts');
  const [found] = Object.values((await findPipeline(join(context.root, 'pipelines'), name)).samples);
  if (!found) throw noSample(name);
  await writeSample(found, { rows, seed }, options.out);
  const { out: path, json } = options;
  const { description } = found;
  context.out(
    json ? `${JSON.stringify({ path, rows, seed, description })}\n` : `${path}: ${rows} rows, ${description}\n`,
  );
}

function noSample(name: string): SluiceError {
  return new SluiceError({
    code: 'sample.none',
    message: 'the pipeline declares no sample data',
    seen: name,
    mend: 'give its samples with `samples` where it is declared, or run it on a file of your own',
  });
}

import { join } from 'node:path';
import type { Command } from 'commander';
import type { Endpoint, Stack } from '../../stacks/stack.ts';
import type { ReleasedVersion } from '../../tracking/step-record.ts';
import { parsePort } from '../arguments/parse-integer.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-code.ts';
import type { RunReport } from '../report/run-report.ts';
import { formatPrediction, trialDocument } from '../report/format-trial.ts';
import { withStack } from '../with-stack.ts';

interface TryOptions {
  readonly once?: true;
  readonly port: string;
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice try`: from sample data to a served prediction in one command. */
export function addTry(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('try')
    .description('run a pipeline on its sample data, predict once and serve what it released')
    .argument('<pipeline>', 'name of a folder in pipelines/')
    .option('--stack <name>', 'where to run; one that serves by itself is not served again (default: the active one)')
    .option('--once', 'stop after the prediction')
    .option('--port <number>', 'where to serve; 0 takes a free one', '8080')
    .option('--json', 'print one JSON document: the run, the prediction and where the model serves')
    .addHelpText('after', '\nExample:\n  sluice try rents --once')
    .action(async (name: string, options: TryOptions) => exit(await tryPipeline(context, name, options)));
}

async function tryPipeline(context: CommandContext, name: string, options: TryOptions): Promise<ExitCode> {
  const port = parsePort(options.port);
  const { findPipeline } = await import('../../pipeline/find-pipeline.ts');
  const { followPipeline, newRequest } = await import('../run-pipeline.ts');
  const { formatReport } = await import('../report/format-report.ts');
  const pipeline = await findPipeline(join(context.root, 'pipelines'), name);
  return withStack(context, options.stack, async (stack) => {
    const request = await newRequest(context, stack, pipeline, { parameters: {}, useCache: true });
    const read = await followPipeline(context, stack, request);
    const { report } = read;
    if (options.json && report.release === null) context.out(trialDocument(report));
    if (!options.json) context.out(`\n${formatReport(read)}`);
    if (report.release)
      await predictAndServe(context, stack, { ...report, release: report.release }, { ...options, port });
    return exitCodeOfRun(report.run.status);
  });
}

interface Serving {
  readonly port: number;
  readonly once?: true;
  readonly json?: true;
}

async function predictAndServe(
  context: CommandContext,
  stack: Stack,
  report: RunReport & { readonly release: ReleasedVersion },
  { port, once, json }: Serving,
): Promise<void> {
  const { predictOnce } = await import('../predict/predict-once.ts');
  const prediction = await predictOnce(stack, report.release);
  const show = (endpoint: Endpoint) =>
    context.out(json ? trialDocument(report, prediction, endpoint) : formatPrediction(prediction, endpoint));
  if (stack.deployer.endpoint) return show(stack.deployer.endpoint);
  const showLocal = (url: string) => show({ url, curlOptions: '' });
  if (once) {
    showLocal(`http://127.0.0.1:${port}`);
    if (!json) context.out(`(while \`npx sluice serve --port ${port}\` runs)\n`);
    return;
  }
  const { serveStack } = await import('../serve-stack.ts');
  await serveStack(context, stack, { port, serving: showLocal });
}

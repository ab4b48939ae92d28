import { join } from 'node:path';
import type { Command } from 'commander';
import { SluiceError } from '../../errors/sluice-error.ts';
import { parseDuration } from '../arguments/parse-duration.ts';
import { parseInteger } from '../arguments/parse-integer.ts';
import { gatherWords } from '../arguments/gather-words.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Frequency } from '../plan/frequency.ts';
import { withStack } from '../with-stack.ts';

interface PlanOptions {
  readonly runsPerMonth?: string;
  readonly schedule?: string;
  readonly map?: readonly string[];
  readonly stepDuration?: string;
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice plan`: what a pipeline asks of AWS, what that costs, and what of it does not fit. */
export function addPlan(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('plan')
    .description('say what runs of a pipeline ask of AWS and cost, and what does not fit, before it is deployed')
    .argument('<pipeline>', 'name of a folder in pipelines/')
    .option(
      '--schedule <expression>',
      'when it is to run, in UTC: cron(0 3 * * ? *), rate(1 day) (default: as in cdk.json)',
    )
    .option('--runs-per-month <count>', 'how often it is to run')
    .option('--map <name=items>', 'how long the list of a map is; may be repeated', gatherWords)
    .option('--step-duration <duration>', 'how long each step takes: 20s (default: as in the last completed run)')
    .option('--stack <name>', 'whose last run to go by (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice plan rents --schedule "cron(0 3 * * ? *)"')
    .action(async (name: string, options: PlanOptions) => exit(await plan(context, name, options)));
}

async function plan(context: CommandContext, name: string, options: PlanOptions): Promise<ExitCode> {
  const { findPipeline } = await import('../../pipeline/find-pipeline.ts');
  const { formatPlan } = await import('../plan/format-plan.ts');
  const { parseMapItems } = await import('../plan/map-items.ts');
  const { planReport } = await import('../plan/plan-report.ts');
  const { readLastRun } = await import('../plan/last-run.ts');
  const frequency = await frequencyOfOptions(context.root, name, options);
  const stepDurationMs =
    options.stepDuration === undefined ? undefined : parseDuration('--step-duration', options.stepDuration);
  const pipeline = await findPipeline(join(context.root, 'pipelines'), name);
  const items = parseMapItems(options.map ?? [], pipeline.nodes);
  const last = await withStack(context, options.stack, ({ records }) => readLastRun(records, name));
  const report = planReport({ pipeline, last, frequency, items, stepDurationMs });
  context.out(options.json ? `${JSON.stringify(report)}\n` : formatPlan(report));
  return report.misfits.length > 0 ? 1 : 0;
}

async function frequencyOfOptions(
  root: string,
  pipeline: string,
  { schedule, runsPerMonth }: PlanOptions,
): Promise<Frequency | undefined> {
  if (schedule !== undefined && runsPerMonth !== undefined) throw twice();
  if (runsPerMonth !== undefined) {
    return { runsPerMonth: parseInteger('--runs-per-month', runsPerMonth, 0, 10_000_000) };
  }
  const { frequencyOf } = await import('../plan/frequency.ts');
  const { deployedSchedule } = await import('../plan/deployed-schedule.ts');
  const expression = schedule ?? (await deployedSchedule(root, pipeline));
  return expression === undefined ? undefined : frequencyOf(expression, Date.now());
}

function twice(): SluiceError {
  return new SluiceError({
    code: 'cli.usage',
    message: 'it is said twice how often the pipeline runs',
    seen: '--schedule and --runs-per-month',
    allowed: 'one of the two',
    mend: 'leave out --runs-per-month: the schedule says it',
  });
}

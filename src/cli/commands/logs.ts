import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Stack } from '../../stacks/stack.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { parseDuration } from '../arguments/parse-duration.ts';
import type { CommandContext } from '../command-context.ts';
import type { AskedLog, ReadLog } from '../logs/read-log.ts';
import { withStack } from '../with-stack.ts';

interface LogsOptions {
  readonly follow?: true;
  readonly since?: string;
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice logs`: what the steps of a run printed and logged, in the order of time. */
export function addLogs(program: Command, context: CommandContext): void {
  program
    .command('logs')
    .description('show what the steps of a run printed and logged, in the order of time')
    .argument('<run>', 'id of the run, how it begins, or latest or previous')
    .argument('[step]', 'of this step only; of one item of a map with its index, as score@folds#2')
    .option('--follow', 'go on until the run has ended')
    .option('--since <duration>', 'only what is not older: 5m, 12h')
    .option('--stack <name>', 'whose run (default: the active one)')
    .option('--json', 'print one JSON document; with --follow one a line')
    .addHelpText('after', '\nExample:\n  sluice logs latest train --follow')
    .action((run: string, step: string | undefined, options: LogsOptions) => logs(context, run, step, options));
}

async function logs(
  context: CommandContext,
  prefix: string,
  step: string | undefined,
  { follow, since, stack: name, json }: LogsOptions,
): Promise<void> {
  const { findRun } = await import('../find/find-run.ts');
  const sinceMs = since === undefined ? -Infinity : Date.now() - parseDuration('--since', since);
  const asked = { sinceMs, ...(step === undefined ? {} : { step }) };
  await withStack(context, name, async (stack) => {
    const run = await findRun(stack.records, prefix);
    await checkStep(stack, run, asked, follow === true);
    await (follow ? followed : once)(context, stack, run, asked, json === true);
  });
}

type Show = (context: CommandContext, stack: Stack, run: RunRecord, asked: AskedLog, asJson: boolean) => Promise<void>;

const once: Show = async (context, stack, run, asked, asJson) => {
  const { readLog } = await import('../logs/read-log.ts');
  const { formatLog, missingText, lineFacts } = await import('../logs/format-log.ts');
  const found = await readLog(stack, run, asked);
  context.err(missingText(found));
  const { id, pipeline, status } = run;
  const facts = { run: { id, pipeline, status }, lines: found.lines.map(lineFacts), gone: found.gone, cut: found.cut };
  context.out(asJson ? `${JSON.stringify(facts)}\n` : formatLog(found.lines, widthOf(run)));
};

const followed: Show = async (context, stack, run, asked, asJson) => {
  const { followLog } = await import('../logs/follow-log.ts');
  const { formatLog, missingText, lineFacts } = await import('../logs/format-log.ts');
  const format = ({ lines }: ReadLog) =>
    asJson ? lines.map((line) => `${JSON.stringify(lineFacts(line))}\n`).join('') : formatLog(lines, widthOf(run));
  const tell = (found: ReadLog) => {
    context.err(missingText(found));
    context.out(format(found));
  };
  await followLog({ stack, sleep, now: Date.now, tell }, run, asked);
};

function widthOf({ plan }: RunRecord): number {
  return Math.max(0, ...plan.map(({ node }) => node.length));
}

/** Throws `step.not-run` for a step that has no lines and will not have any. */
async function checkStep({ records }: Stack, run: RunRecord, { step }: AskedLog, follows: boolean): Promise<void> {
  if (step === undefined) return;
  const { isAsked, mayCome } = await import('../logs/read-log.ts');
  const { stepNotRun } = await import('../../runs/step-not-run.ts');
  const steps = await records.steps.list(run.id);
  const isAwaited = follows && mayCome(run, step);
  if (!isAwaited && !steps.some(({ key }) => isAsked(key, step))) throw stepNotRun(run, step, steps);
}

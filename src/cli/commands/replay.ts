import type { Command } from 'commander';
import type { ReplayedArtifact } from '../../runs/replay/compare-artifacts.ts';
import type { RunStatus } from '../../tracking/run-record.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { withStack } from '../with-stack.ts';

interface ReplayOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice replay`: does a run again and says of every artifact whether its bytes are the same. */
export function addReplay(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('replay')
    .description('do a run again, without reuse or release, and compare every artifact; ends with 1 when one differs')
    .argument('<run>', 'id of the run, how it begins, or latest or previous')
    .option('--stack <name>', 'whose run (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice replay latest')
    .action(async (run: string, options: ReplayOptions) => exit(await replay(context, run, options)));
}

async function replay(context: CommandContext, prefix: string, { stack, json }: ReplayOptions): Promise<ExitCode> {
  const { findRun } = await import('../find/find-run.ts');
  const { requestAgain } = await import('../run-again.ts');
  const { followPipeline } = await import('../run-pipeline.ts');
  const { compareArtifacts } = await import('../../runs/replay/compare-artifacts.ts');
  return withStack(context, stack, async (opened) => {
    const { steps } = opened.records;
    const original = await findRun(opened.records, prefix);
    const request = await requestAgain(context, original, 'replay');
    const { run } = (await followPipeline(context, opened, request)).report;
    const artifacts = compareArtifacts(await steps.list(original.id), await steps.list(run.id));
    const made = artifacts.filter(({ outcome }) => outcome !== 'new');
    const equal = run.status === 'completed' && made.every(({ outcome }) => outcome === 'equal');
    const facts = { run: run.id, replayOf: original.id, status: run.status, equal, artifacts };
    context.out(json ? `${JSON.stringify(facts)}\n` : await text(facts));
    return equal ? 0 : 1;
  });
}

interface Facts {
  readonly run: string;
  readonly replayOf: string;
  readonly status: RunStatus;
  readonly artifacts: readonly ReplayedArtifact[];
}

async function text({ run, replayOf, status, artifacts }: Facts): Promise<string> {
  const { formatColumns } = await import('../report/format-columns.ts');
  const rows = artifacts.map(({ step, output, before, after, outcome }) => [
    `${step}.${output}`,
    outcome,
    before?.slice(0, 12) ?? 'none',
    after?.slice(0, 12) ?? 'none',
  ]);
  const made = artifacts.filter(({ before }) => before !== null).length;
  const equal = artifacts.filter(({ outcome }) => outcome === 'equal').length;
  const sum = `${equal} of ${made} artifacts of run ${replayOf} are equal in run ${run}, which ${ended(status)}\n`;
  return `${formatColumns(['artifact', '', 'then', 'now'], rows)}\n${sum}`;
}

function ended(status: RunStatus): string {
  return status === 'completed' ? 'completed' : `did not complete: ${status}`;
}

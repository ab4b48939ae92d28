import { Command, Help, type Option } from 'commander';
import { refuseEmpty } from './arguments/refuse-empty.ts';
import { refuseRepeats } from './arguments/refuse-repeats.ts';
import type { CommandContext } from './command-context.ts';
import { addCompare } from './commands/compare.ts';
import { addDoctor } from './commands/doctor.ts';
import { addGc } from './commands/gc.ts';
import { addHelp } from './commands/help.ts';
import { addLineage } from './commands/lineage.ts';
import { addLogs } from './commands/logs.ts';
import { addModels } from './commands/models.ts';
import { addNew } from './commands/new.ts';
import { addPlan } from './commands/plan.ts';
import { addPredict } from './commands/predict.ts';
import { addProfile } from './commands/profile.ts';
import { addPromote } from './commands/promote.ts';
import { addReplay } from './commands/replay.ts';
import { addRollback } from './commands/rollback.ts';
import { addRun } from './commands/run.ts';
import { addRuns } from './commands/runs.ts';
import { addSample } from './commands/sample.ts';
import { addSchedule } from './commands/schedule.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addStack } from './commands/stack.ts';
import { addStop } from './commands/stop.ts';
import { addToken } from './commands/token.ts';
import { addTry } from './commands/try.ts';
import { addWhy } from './commands/why.ts';
import type { ExitCode } from './exit-code.ts';
import { version } from './version.ts';

/** Every command of `sluice`; `exit` is told when one ends otherwise than well. */
export function createProgram(context: CommandContext, exit: (code: ExitCode) => void): Command {
  const program = new Command('sluice')
    .description('Machine-learning pipelines that run here and on AWS without a server.')
    .version(version)
    .exitOverride()
    .configureHelp({ optionDescription: describeOption })
    .configureOutput({ writeOut: context.out, writeErr: context.err, outputError: () => undefined })
    .showSuggestionAfterError(true);
  addTry(program, context, exit);
  addNew(program, context);
  addRun(program, context, exit);
  addRuns(program, context);
  addShow(program, context, exit);
  addLogs(program, context);
  addStop(program, context, exit);
  addModels(program, context);
  addPlan(program, context, exit);
  addReplay(program, context, exit);
  addWhy(program, context);
  addCompare(program, context);
  addLineage(program, context);
  addProfile(program, context);
  addPromote(program, context);
  addRollback(program, context);
  addPredict(program, context);
  addServe(program, context);
  addToken(program, context);
  addSample(program, context);
  addSchedule(program, context);
  addStack(program, context);
  addGc(program, context);
  addDoctor(program, context, exit);
  addHelp(program);
  refuseRepeats(program);
  refuseEmpty(program);
  return program;
}

function describeOption(option: Option): string {
  const description = new Help().optionDescription(option);
  return option.mandatory ? `${description} (required)` : description;
}

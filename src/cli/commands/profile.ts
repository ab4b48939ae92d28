import type { Command } from 'commander';
import type { Profile } from '../../data/profile/profile.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface ProfileOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice profile`: what the values of a table artifact are like. */
export function addProfile(program: Command, context: CommandContext): void {
  program
    .command('profile')
    .description('what the values of a table artifact are like, column by column')
    .argument('<artifact>', 'RUN/STEP.OUTPUT, a URI, or eight or more digits of a SHA-256')
    .option('--stack <name>', 'whose artifact (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice profile latest/clean.train')
    .action((name: string, options: ProfileOptions) => profile(context, name, options));
}

async function profile(context: CommandContext, name: string, { stack, json }: ProfileOptions): Promise<void> {
  const { formatProfile } = await import('../report/format-profile.ts');
  const found = await withStack(context, stack, (opened) => profileOf(opened, name));
  context.out(json ? `${JSON.stringify(found)}\n` : formatProfile(found));
}

async function profileOf({ records, artifacts }: Stack, name: string): Promise<Profile> {
  const { findNamedArtifact } = await import('../find/find-named-artifact.ts');
  const { requireProfile } = await import('../../artifacts/profiles.ts');
  const { reference } = await findNamedArtifact(records, name);
  return requireProfile(artifacts, reference);
}

import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { refuseRepeats } from '../../../src/cli/arguments/refuse-repeats.ts';

function parse(line: string): Record<string, unknown> {
  const program = new Command('sluice').option('--all', 'flag').option('--stack <name>', 'one value');
  const child = program.command('run').option('--limit <count>', 'one value');
  child.option('--param <pair>', 'collected', (word, all: string[]) => [...all, word], []).action(() => undefined);
  refuseRepeats(program);
  program.exitOverride().parse(line.split(' '), { from: 'user' });
  return child.optsWithGlobals();
}

describe('refuseRepeats', () => {
  it.each(['run --limit 3 --limit 4', 'run --limit=3 --limit 3', '--stack a --stack b run', '--stack a run --stack b'])(
    'refuses `%s`',
    (line) => {
      expect(() => parse(line)).toThrow(/is given twice/);
    },
  );

  it('lets flags and collected options be repeated', () => {
    expect(parse('--all --all run --param a --param b --limit 3')).toEqual({
      all: true,
      limit: '3',
      param: ['a', 'b'],
    });
  });
});

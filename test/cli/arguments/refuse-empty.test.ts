import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { refuseEmpty } from '../../../src/cli/arguments/refuse-empty.ts';

function parse(...words: string[]): string[] {
  const acted: string[] = [];
  const program = new Command('sluice').exitOverride();
  const child = program.command('show').argument('<run>').argument('[other]').option('--stack <name>', '', 'local');
  child.action((run: string) => void acted.push(run));
  refuseEmpty(program);
  program.parse(['show', ...words], { from: 'user' });
  return acted;
}

describe('refuseEmpty', () => {
  it.each([
    [[''], "'run' of show is empty"],
    [['a', ''], "'other' of show is empty"],
    [['a', '--stack', ''], "'--stack <name>' of show is empty"],
    [['a', '--stack='], "'--stack <name>' of show is empty"],
  ])('refuses %j', (words, message) => {
    expect(() => parse(...words)).toThrow(expect.objectContaining({ code: 'cli.usage', message }));
  });

  it('lets a command act that has values', () => {
    expect(parse('a', '--stack', 'b')).toEqual(['a']);
  });
});

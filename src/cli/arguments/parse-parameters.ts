import { SluiceError } from '../../errors/sluice-error.ts';

/** The `k=v` words of `--param` by name; a value may hold further `=`. Throws `cli.bad-parameter`. */
export function parseParameters(words: readonly string[]): Record<string, string> {
  const parameters = new Map<string, string>();
  for (const word of words) {
    const end = word.indexOf('=');
    const name = word.slice(0, end);
    if (end < 1 || parameters.has(name)) throw badParameter(word, end < 1);
    parameters.set(name, word.slice(end + 1));
  }
  return Object.fromEntries(parameters);
}

function badParameter(word: string, isMalformed: boolean): SluiceError {
  return new SluiceError({
    code: 'cli.bad-parameter',
    message: isMalformed ? 'a parameter has no name and value' : 'a parameter is given twice',
    seen: word,
    allowed: 'NAME=VALUE, each name once',
    mend: 'write it as --param NAME=VALUE',
  });
}

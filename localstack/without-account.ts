/**
 * The variables of a shell that would lead the tools of AWS past an emulator, each to be left out: a profile, a session
 * or an endpoint of one service goes before what a command is given.
 */
export function withoutAccount(shell: Readonly<Record<string, string | undefined>>): Record<string, undefined> {
  const names = Object.keys(shell).filter((name) => name.startsWith('AWS_'));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to colour what is written: FORCE_COLOR decides, then NO_COLOR, as Node itself takes them, then whether it is
 * read on a terminal. (https://no-color.org, https://force-color.org)
 */
export function hasColor({ FORCE_COLOR, NO_COLOR }: Environment, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && !NO_COLOR;
}

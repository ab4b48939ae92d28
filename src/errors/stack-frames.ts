const MAX_FRAMES = 3;

/** Where an error came from, innermost first, by the `stack` of it: file, line and column of code that is not Node's. */
export function stackFrames(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line) && !line.includes('node:'))
    .slice(0, MAX_FRAMES)
    .map((line) =>
      line
        .trim()
        .replace(/^at (async )?/, '')
        .replace('file://', ''),
    );
}

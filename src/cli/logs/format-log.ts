import type { LogLine, MarkedLine } from '../../runs/printed/run-lines.ts';
import type { ReadLog } from './read-log.ts';

/** Lines for people: when (UTC), of which step, what. Further lines of a text stand under its first. */
export function formatLog(lines: readonly LogLine[], width: number): string {
  return lines
    .map(({ atMs, step, text }) => {
      const time = new Date(atMs).toISOString().slice(0, 23).replace('T', ' ');
      const start = `${time}  ${(step ?? '').padEnd(width)}  `;
      return `${start}${text.replaceAll('\n', `\n${' '.repeat(start.length)}`).trimEnd()}\n`;
    })
    .join('');
}

/** A line as `--json` prints it. */
export function lineFacts({ mark: _mark, atMs, ...line }: MarkedLine) {
  return { at: new Date(atMs).toISOString(), ...line };
}

/** What is said of lines that are not shown, because their place is gone or has too many; nothing where all are. */
export function missingText({ gone, cut }: Omit<ReadLog, 'lines'>): string {
  const why = 'is gone, or the pipeline was deployed by an older version';
  return [
    ...gone.map(({ step, place }) => `warning: what ${step} printed is not there: ${place} ${why}\n`),
    ...cut.map(
      ({ step, place }) =>
        `warning: ${step} printed more than is shown: --since shows the last of it, ${place} has all\n`,
    ),
  ].join('');
}

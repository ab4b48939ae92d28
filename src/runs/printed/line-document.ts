import { PRINT_LEVELS, type PrintedLine } from './printed-line.ts';

/** A printed line with the run that it is of. */
export interface LineOfRun extends PrintedLine {
  readonly run: string;
}

/** A printed line as one line of JSON, with the names that tools for logs look for. */
export function encodeLine({ atMs, level, text, ...place }: LineOfRun): string {
  return JSON.stringify({ time: new Date(atMs).toISOString(), level, ...place, message: text });
}

/** The printed line in a line of a log; undefined for what anybody else wrote there. */
export function decodeLine(json: string): LineOfRun | undefined {
  const { time, level, run, step, attempt, sequence, message } = fieldsIn(json);
  const atMs = Date.parse(String(time));
  const known = PRINT_LEVELS.find((one) => one === level);
  const isLine =
    typeof run === 'string' &&
    typeof step === 'string' &&
    typeof attempt === 'number' &&
    typeof sequence === 'number' &&
    typeof message === 'string';
  if (!isLine || known === undefined || Number.isNaN(atMs)) return undefined;
  return { run, step, attempt, sequence, atMs, level: known, text: message };
}

function fieldsIn(json: string): Readonly<Record<string, unknown>> {
  if (!json.startsWith('{')) return {};
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    return {}; // prose that begins with a brace
  }
}

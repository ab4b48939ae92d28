import type { ErrorDocument } from './sluice-error.ts';
import { stackFrames } from './stack-frames.ts';

/** Of the value seen, which may be a whole file in one line. */
const MAX_SHOWN_LENGTH = 2_000;

/** An error as lines for a terminal: what, seen, where it was thrown if no code says it, allowed, mend, where to read on. */
export function formatError(error: ErrorDocument): string {
  const lines = [`error: ${printable(error.message)}  [${error.code}]`];
  if (error.seen !== undefined) lines.push(`  seen:    ${printable(error.seen)}`);
  if (error.stack !== undefined) lines.push(...placesOf(error.stack));
  if (error.allowed !== undefined) lines.push(`  allowed: ${printable(error.allowed)}`);
  lines.push(`  mend:    ${printable(error.mend)}`);
  lines.push(`  more:    docs/errors.md#${anchorOf(error.code)}`);
  return lines.join('\n');
}

function placesOf(stack: string): string[] {
  return stackFrames(stack).map((frame, index) => `  ${index === 0 ? 'thrown: ' : '        '} ${printable(frame)}`);
}

/** Without what a terminal would act on: data and arguments may hold escape sequences. Further lines are indented. */
function printable(text: string): string {
  const shown = text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text;
  return shown.replaceAll(/[^\P{Cc}\n]/gu, escaped).replaceAll('\n', '\n           ');
}

function escaped(character: string): string {
  return String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** GitHub's anchor of a heading that is the code: dots are dropped. */
function anchorOf(code: string): string {
  return code.replaceAll('.', '');
}

import type { ErrorDocument } from './sluice-error.ts';

/** An error as lines for a terminal: what, seen, allowed, mend, and where to read on. */
export function formatError(error: ErrorDocument): string {
  const lines = [`error: ${error.message}  [${error.code}]`];
  if (error.seen !== undefined) lines.push(`  seen:    ${error.seen}`);
  if (error.allowed !== undefined) lines.push(`  allowed: ${error.allowed}`);
  lines.push(`  mend:    ${error.mend}`);
  lines.push(`  more:    docs/errors.md#${anchorOf(error.code)}`);
  return lines.join('\n');
}

/** GitHub's anchor of a heading that is the code: dots are dropped. */
function anchorOf(code: string): string {
  return code.replaceAll('.', '');
}

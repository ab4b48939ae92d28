import type { Finding } from '../../stacks/finding.ts';
import type { Examination } from './examine.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { good: '✓', warning: '!', wrong: '✗' };

/** What was found, a line a part, with how to mend it. */
export function formatExamination({ findings }: Examination): string {
  const width = Math.max(...findings.map(({ part }) => part.length));
  const lines = findings.flatMap((finding) => {
    const line = `${MARKS[finding.state]} ${finding.part.padEnd(width)}  ${finding.says}`;
    return finding.state === 'good' ? [line] : [line, `${' '.repeat(width + 4)}mend: ${finding.mend}`];
  });
  const wrong = findings.filter(({ state }) => state === 'wrong').length;
  return `${lines.join('\n')}\n${wrong === 0 ? 'nothing is wrong' : `wrong: ${wrong}`}\n`;
}

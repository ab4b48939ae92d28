/** A table in GitHub's Markdown, the columns at the places `numeric` on the right; cells keep bars and line ends as text. */
export function formatMarkdownTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
): string {
  const rule = heading.map((_, column) => (numeric.includes(column) ? '---:' : '---'));
  return line(heading) + line(rule) + rows.map(line).join('');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escape).join(' | ')} |\n`;
}

function escape(cell: string): string {
  return cell
    .trimEnd()
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');
}

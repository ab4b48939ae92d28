/** A table in GitHub's Markdown; cells keep bars and line ends as text. */
export function formatMarkdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return line(heading) + line(heading.map(() => '---')) + rows.map(line).join('');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escape).join(' | ')} |\n`;
}

function escape(cell: string): string {
  return cell
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');
}

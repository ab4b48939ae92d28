/** A text as a field of CSV: in quotes, doubled inside, where RFC 4180 asks for them. */
export function formatCsvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Texts as one line of CSV, with its line feed. */
export function formatCsvRow(texts: readonly string[]): string {
  return `${texts.map(formatCsvField).join(',')}\n`;
}

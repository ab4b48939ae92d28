const SHOWN_LENGTH = 60;

/** A text as JSON for an error message, cut when long. */
export function quoteText(text: string): string {
  return text.length <= SHOWN_LENGTH ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, SHOWN_LENGTH))} …`;
}

const MAX_LENGTH = 60;
/** More of them would not fit into the length anyway. */
const MAX_MEMBERS = 20;
const MAX_DEPTH = 2;

/** A value out of JSON as a person may be shown it: short, whatever its size and depth. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return shortened(outlined(value, MAX_DEPTH), MAX_LENGTH);
}

/** The beginning of a text, with a sign if that is not all. */
export function shortened(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

/** JSON cut at a depth: `JSON.stringify` overflows the stack on a value that `JSON.parse` made. */
function outlined(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MAX_LENGTH));
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return depth === 0 ? '[…]' : `[${members(value, (item) => outlined(item, depth - 1))}]`;
  if (depth === 0) return '{…}';
  const write = ([name, item]: [string, unknown]) => `${JSON.stringify(name)}:${outlined(item, depth - 1)}`;
  return `{${members(Object.entries(value), write)}}`;
}

function members<T>(all: readonly T[], write: (one: T) => string): string {
  return all.slice(0, MAX_MEMBERS).map(write).join(',') + (all.length > MAX_MEMBERS ? ',…' : '');
}

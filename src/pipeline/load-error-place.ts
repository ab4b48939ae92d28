/**
 * The file, and line where Node names it, that kept a module from loading: above the message of a syntax error, the
 * importer of a module that is not there, or the innermost frame. Undefined when Node names none.
 */
export function loadErrorPlace(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const importer = / imported from (\/.*)$/m.exec(error.message)?.[1];
  const places = [...(error.stack ?? '').matchAll(/file:\/\/(\/[^\n)]*?:\d+)(?::\d+)?\)?$/gm)].map(
    ([, place]) => place!,
  );
  return importer ?? places.find((place) => !place.includes('/node_modules/'));
}

/** A record with each value changed, all at once. */
export async function awaitValues<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, name: string) => Promise<U>,
): Promise<Record<string, U>> {
  const entries = Object.entries(record).map(async ([name, value]) => [name, await change(value, name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

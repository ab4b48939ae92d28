import type { LeftOut } from './left-out.ts';

/** All batches of a reader, and the rows that it left out. */
export async function readAll<T>(
  reader: AsyncGenerator<T, LeftOut>,
): Promise<{ readonly batches: readonly T[]; readonly leftOut: LeftOut }> {
  const batches: T[] = [];
  for (;;) {
    const next = await reader.next();
    if (next.done === true) return { batches, leftOut: next.value };
    batches.push(next.value);
  }
}

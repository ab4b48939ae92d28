/** How many requests a store is asked at once for one step. */
const LANES = 32;

/** Does work for every item, a bounded number at a time; answers in the order of the items. Rejects with the first error. */
export async function inLanes<T, U>(items: readonly T[], work: (item: T, index: number) => Promise<U>): Promise<U[]> {
  const done = new Map<number, U>();
  const left = items.entries();
  const lane = async () => {
    for (const [index, item] of left) done.set(index, await work(item, index));
  };
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
  return items.map((_, index) => done.get(index)!);
}

import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { RecordStore } from '../../tracking/record-store.ts';

type RecordCall = {
  [Store in Exclude<keyof RecordStore, 'close'>]: `${Store}.${Extract<keyof RecordStore[Store], string>}`;
}[Exclude<keyof RecordStore, 'close'>];

/** A method of one of the two ports, or the reading of a whole file that a run was given. */
export type StoreCall = RecordCall | `artifacts.${keyof ArtifactStore}` | 'file.read';

/** How often each is called; what is left out is not. */
export type StoreCalls = Readonly<Partial<Record<StoreCall, number>>>;

/** All of several, together. */
export function addCalls(...several: readonly StoreCalls[]): StoreCalls {
  const sum: Partial<Record<StoreCall, number>> = {};
  for (const [call, count] of several.flatMap(entriesOf)) if (count > 0) sum[call] = (sum[call] ?? 0) + count;
  return sum;
}

/** The calls with their counts. */
export function entriesOf(calls: StoreCalls): [StoreCall, number][] {
  return Object.entries(calls) as [StoreCall, number][]; // the keys of the type are those of the object
}

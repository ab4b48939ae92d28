import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { unknownRun } from '../../tracking/rules/unknown-run.ts';
import { newestFirst } from './newest-runs.ts';

/** Of fewer digits nearly every run would be near. */
const GUESSABLE_LENGTH = 4;

/** So many replays in a row hide what was before them. */
const MAX_LOOKED_AT = 50;

/** Words for runs by how new they are. */
const NEWEST: ReadonlyMap<string, number> = new Map([
  ['latest', 0],
  ['previous', 1],
]);

/** The run whose id begins so, or the `latest`, or the `previous` one before it. Throws `run.unknown`, and `run.ambiguous` when several do. */
export async function findRun(records: RecordStore, prefix: string): Promise<RunRecord> {
  const place = NEWEST.get(prefix);
  const found = place === undefined ? await beginningSo(records, prefix) : await newestAsked(records, place);
  return found ?? throwUnknown(records, prefix);
}

async function beginningSo({ runs }: RecordStore, prefix: string): Promise<RunRecord | undefined> {
  if (prefix === '') return undefined;
  const exact = await runs.get(prefix);
  if (exact) return exact;
  const [id, ...others] = await runs.idsBeginning(prefix);
  if (id !== undefined && others.length > 0) throw ambiguous(prefix, [id, ...others]);
  return id === undefined ? undefined : runs.get(id);
}

/** By place from the newest, without replays: those are looked back on, not gone on from. */
async function newestAsked(records: RecordStore, place: number): Promise<RunRecord | undefined> {
  let [left, lookedAt] = [place, 0];
  for await (const run of newestFirst(records, 1)) {
    if (run.origin?.kind !== 'replay' && left-- === 0) return run;
    if (++lookedAt === MAX_LOOKED_AT) return undefined;
  }
  return undefined;
}

async function throwUnknown({ runs }: RecordStore, prefix: string): Promise<never> {
  const { facts } = unknownRun(prefix);
  const isGuessable = prefix.length >= GUESSABLE_LENGTH && !NEWEST.has(prefix);
  const near = isGuessable ? nearest(prefix, [...NEWEST.keys(), ...(await alike(runs, prefix))]) : undefined;
  throw new SluiceError(near === undefined ? facts : { ...facts, mend: `did you mean ${near}?` });
}

/** Beginnings of ids that share the first half of it. */
async function alike({ idsBeginning }: RecordStore['runs'], prefix: string): Promise<string[]> {
  const ids = await idsBeginning(prefix.slice(0, prefix.length / 2));
  return ids.map((id) => id.slice(0, prefix.length));
}

function ambiguous(prefix: string, matches: readonly string[]): SluiceError {
  const shown = matches.toSorted().slice(0, 5);
  return new SluiceError({
    code: 'run.ambiguous',
    message: `${matches.length} runs begin so`,
    seen: prefix,
    allowed: shown.join(', ') + (matches.length > shown.length ? ', …' : ''),
    mend: 'give more of the id',
  });
}

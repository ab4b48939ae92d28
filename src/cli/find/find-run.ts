import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { unknownRun } from '../../tracking/rules/unknown-run.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';
import { newestRuns } from './newest-runs.ts';

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
  if (place !== undefined) return (await newestAsked(records))[place] ?? throwUnknown(prefix, []);
  const exact = await records.runs.get(prefix);
  if (exact) return exact;
  const runs = await Array.fromAsync(pipelineRuns(records));
  const matches = runs.filter(({ id }) => prefix !== '' && id.startsWith(prefix));
  if (matches.length > 1) throw ambiguous(prefix, matches);
  return matches[0] ?? throwUnknown(prefix, runs);
}

/** Newest first, without replays: those are looked back on, not gone on from. */
async function newestAsked(records: RecordStore): Promise<RunRecord[]> {
  return (await newestRuns(records, MAX_LOOKED_AT)).filter(({ origin }) => origin?.kind !== 'replay');
}

function throwUnknown(prefix: string, runs: readonly RunRecord[]): never {
  const { facts } = unknownRun(prefix);
  const isGuessable = prefix.length >= GUESSABLE_LENGTH;
  const near = isGuessable
    ? nearest(
        prefix,
        runs.map(({ id }) => id.slice(0, prefix.length)),
      )
    : undefined;
  throw new SluiceError(near === undefined ? facts : { ...facts, mend: `did you mean ${near}?` });
}

function ambiguous(prefix: string, matches: readonly RunRecord[]): SluiceError {
  const shown = matches.slice(0, 5).map(({ id }) => id);
  return new SluiceError({
    code: 'run.ambiguous',
    message: `${matches.length} runs begin so`,
    seen: prefix,
    allowed: shown.join(', ') + (matches.length > shown.length ? ', …' : ''),
    mend: 'give more of the id',
  });
}

import type { StepRecord } from '../../tracking/step-record.ts';

/** One output of a run beside that of its replay. */
export interface ReplayedArtifact {
  /** Key of the step's record. */
  readonly step: string;
  readonly output: string;
  /** Hex SHA-256 of its bytes; null where the run did not come so far. */
  readonly before: string | null;
  /** Null where the replay did not come so far. */
  readonly after: string | null;
  /** `new` is what only the replay made: there is nothing to hold it against. */
  readonly outcome: 'equal' | 'differs' | 'missing' | 'new';
}

/** Every artifact of two runs side by side, equal when their bytes are. */
export function compareArtifacts(before: readonly StepRecord[], after: readonly StepRecord[]): ReplayedArtifact[] {
  const [first, second] = [hashes(before), hashes(after)];
  return [...new Set([...first.keys(), ...second.keys()])].map((name) => {
    const [step, output] = JSON.parse(name) as [string, string];
    const [was, is] = [first.get(name) ?? null, second.get(name) ?? null];
    return { step, output, before: was, after: is, outcome: outcomeOf(was, is) };
  });
}

function outcomeOf(before: string | null, after: string | null): ReplayedArtifact['outcome'] {
  if (before === null) return 'new';
  if (after === null) return 'missing';
  return before === after ? 'equal' : 'differs';
}

function hashes(steps: readonly StepRecord[]): Map<string, string> {
  return new Map(
    steps.flatMap(({ key, outputs }) =>
      Object.entries(outputs?.artifacts ?? {}).map(
        ([output, { sha256 }]) => [JSON.stringify([key, output]), sha256] as const,
      ),
    ),
  );
}

import { SluiceError } from '../../errors/sluice-error.ts';
import type { Release } from '../registry.ts';
import type { Verdict } from '../verdict.ts';

/** Throws `release.conflict` for a verdict that held a model against another champion than serves now. */
export function checkJudged({ rules }: Verdict, model: string, current: Release | undefined): void {
  const judged = rules.find(({ champion, limit }) => champion !== undefined || limit === null);
  if (judged === undefined || judged.champion === current?.champion) return;
  throw new SluiceError({
    code: 'release.conflict',
    message: `the champion of ${model} is not the one that the gate held the model against`,
    seen: `judged against ${inWords(judged.champion)}; ${inWords(current?.champion)} serves`,
    mend: 'run again: finished steps are reused, and the gate judges against what serves then',
  });
}

function inWords(champion: number | undefined): string {
  return champion === undefined ? 'no version' : `version ${champion}`;
}

import { SluiceError } from '../../errors/sluice-error.ts';
import type { Promotion } from '../record-store.ts';
import type { Release, ReleaseChange } from '../registry.ts';

/** What serves now and the change that made it so. */
export interface Standing {
  readonly release: Release;
  readonly change: ReleaseChange;
}

/** What a promotion writes, or the release that stands because this very promotion was made before. */
type PromotionOutcome =
  | { readonly state: 'repeated'; readonly release: Release }
  | { readonly state: 'changed'; readonly release: Release; readonly change: ReleaseChange };

/** Decides a promotion on what stands; throws `release.conflict` when that is not what it was decided on. */
export function applyPromotion(standing: Standing | undefined, promotion: Promotion): PromotionOutcome {
  const { expectedSequence, ...decided } = promotion;
  if (standing && isRepeated(standing, promotion)) return { state: 'repeated', release: standing.release };
  if ((standing?.release.sequence ?? 0) !== expectedSequence) throw releaseConflict(standing?.release, promotion);
  const sequence = expectedSequence + 1;
  const { model, champion, atMs } = decided;
  return {
    state: 'changed',
    release: { v: 1, model, champion, sequence, sinceMs: atMs },
    change: { v: 1, ...decided, sequence, previous: standing?.release.champion ?? null },
  };
}

function isRepeated(standing: Standing, promotion: Promotion): boolean {
  return standing.release.champion === promotion.champion && standing.change.by === promotion.by;
}

function releaseConflict(release: Release | undefined, promotion: Promotion): SluiceError {
  const serving = release
    ? `version ${release.champion} serves since change ${release.sequence}`
    : 'nothing is released';
  return new SluiceError({
    code: 'release.conflict',
    message: `the release of ${promotion.model} is not the one this promotion was decided on`,
    seen: `decided on change ${promotion.expectedSequence}; ${serving}`,
    mend: 'judge the version against the champion of now, then promote again',
  });
}

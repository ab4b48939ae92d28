import { gateStep } from '../../src/steps/gate-step.ts';
import { againstChampion, atLeast, atMost, type Must } from '../../src/tracking/gate/rule.ts';
import { delayModel } from './model.ts';

interface Limits {
  readonly maxMse: number;
  readonly minR2: number;
  /** How the model must stand to the champion on the same test rows. */
  readonly champion: Must;
  readonly seed: number;
}

/** Judges the model: within the limits, and against the champion on the same test rows. */
export const gate = gateStep(
  delayModel,
  ({ maxMse, minR2, champion }: Limits, standing) => [
    atMost('mse', maxMse),
    atLeast('r2', minR2),
    againstChampion('mse', standing, champion),
  ],
  { memoryMb: 1_769 },
);

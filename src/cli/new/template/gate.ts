import { gateStep } from '../../../steps/gate-step.ts';
import { againstChampion, atLeast } from '../../../tracking/gate/rule.ts';
import { rentModel } from './columns.ts';

interface Limits {
  readonly minR2: number;
  readonly seed: number;
}

/** Lets a model pass that explains enough and is not worse than the one that serves. */
export const gate = gateStep(rentModel, ({ minR2 }: Limits, standing) => [
  atLeast('r2', minR2),
  againstChampion('mse', standing),
]);

import { BEGIN } from './task-state.ts';
import type { State } from './state-machine.ts';

/**
 * The states after the first one where runs queue: while the first answers that it is not the run's turn yet, it is
 * asked again after as long as it says. What a state throws could ask for the same by its retriers, but not every
 * emulator tells errors apart by their names.
 */
export const QUEUE_STATES: readonly [name: string, state: State][] = [
  [
    `${BEGIN}.Turn`,
    {
      Type: 'Choice',
      Choices: [{ Variable: '$.queued', BooleanEquals: true, Next: `${BEGIN}.Wait` }],
      Default: `${BEGIN}.Admitted`,
    },
  ],
  [`${BEGIN}.Wait`, { Type: 'Wait', SecondsPath: '$.waitSeconds', Next: BEGIN }],
  [`${BEGIN}.Admitted`, { Type: 'Pass' }],
];

import type { State, StateMachine } from './state-machine.ts';

/** Every state of a machine with its name, those of branches and maps too. */
export function allStates(machine: StateMachine): [name: string, state: State][] {
  return Object.entries(machine.States).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...innerMachines(state).flatMap(allStates),
  ]);
}

function innerMachines(state: State): readonly StateMachine[] {
  const branches = (state['Branches'] ?? []) as readonly StateMachine[];
  const body = state['ItemProcessor'] as StateMachine | undefined;
  return body ? [...branches, body] : branches;
}

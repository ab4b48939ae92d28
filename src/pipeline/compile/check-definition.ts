import validateDefinition from 'asl-validator';
import type { Definition, State, StateMachine } from './state-machine.ts';
import { allStates } from './all-states.ts';
import { definitionSizeBytes, MAX_DEFINITION_BYTES } from './definition-size.ts';

/**
 * Everything that is wrong with a definition, in words; empty when Step Functions would take it.
 * asl-validator first, then the rules it misses.
 */
export function checkDefinition(definition: Definition): string[] {
  const states = allStates(definition);
  return [
    ...schemaProblems(definition),
    ...sizeProblems(definition),
    ...nameProblems(states.map(([name]) => name)),
    ...states.flatMap(([name, state]) => [...retryProblems(name, state), ...timeProblems(name, state)]),
    ...valueProblems(definition, new Set()),
  ];
}

function schemaProblems(definition: Definition): string[] {
  // a copy, because the validator writes into what it is given
  const { isValid, errorsText } = validateDefinition(structuredClone(definition), {
    checkPaths: true,
    checkArn: false,
  });
  return isValid ? [] : [errorsText('; ')];
}

function sizeProblems(definition: Definition): string[] {
  const sizeBytes = definitionSizeBytes(definition);
  return sizeBytes <= MAX_DEFINITION_BYTES
    ? []
    : [`the definition has ${sizeBytes} bytes, over ${MAX_DEFINITION_BYTES}`];
}

function nameProblems(names: readonly string[]): string[] {
  const repeated = names.filter((name, position) => names.indexOf(name) !== position);
  return repeated.map((name) => `two states are named ${name}`);
}

/** `States.ALL` must stand alone and last. */
function retryProblems(name: string, state: State): string[] {
  return [state['Retry'], state['Catch']].flatMap((rules) => {
    const lists = ((rules ?? []) as readonly { readonly ErrorEquals: readonly string[] }[]).map(
      (rule) => rule.ErrorEquals,
    );
    const misplaced = lists.some(
      (errors, position) => errors.includes('States.ALL') && (errors.length > 1 || position < lists.length - 1),
    );
    return misplaced ? [`${name}: States.ALL must stand alone in the last retrier or catcher`] : [];
  });
}

function timeProblems(name: string, state: State): string[] {
  const { HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout = Infinity } = state as {
    HeartbeatSeconds?: number;
    TimeoutSeconds?: number;
  };
  return heartbeat !== undefined && heartbeat >= timeout
    ? [`${name}: HeartbeatSeconds must be smaller than TimeoutSeconds`]
    : [];
}

/** Every `$.values.x` that is read must have been written by an earlier state of the same machine. */
function valueProblems(machine: StateMachine, written: Set<string>): string[] {
  const problems: string[] = [];
  for (const [name, state] of Object.entries(machine.States)) {
    for (const key of readKeys(state))
      if (!written.has(key)) problems.push(`${name}: reads $.values.${key}, which no earlier state writes`);
    for (const key of writtenKeys(state)) written.add(key);
    for (const [body, known] of bodiesOf(state, written)) problems.push(...valueProblems(body, known));
  }
  return problems;
}

const VALUE_KEY = /^\$\.values\.([A-Za-z0-9_]+)/;

function readKeys(state: State): string[] {
  const choices = (state['Choices'] ?? []) as readonly { readonly Variable?: string }[];
  return [...choices.map((choice) => choice.Variable), state['ItemsPath']]
    .map((path) => VALUE_KEY.exec(String(path))?.[1])
    .filter((key) => key !== undefined);
}

function writtenKeys(state: State): string[] {
  const selected = (state['ResultSelector'] as { readonly values?: object } | undefined)?.values ?? {};
  const key = VALUE_KEY.exec(String(state['ResultPath']))?.[1];
  return [...Object.keys(selected), ...(key === undefined ? [] : [key])];
}

/** Machines inside a state with what they see: branches all of it, a map's body nothing. */
function bodiesOf(state: State, written: Set<string>): [StateMachine, Set<string>][] {
  const branches = (state['Branches'] ?? []) as readonly StateMachine[];
  const body = state['ItemProcessor'] as StateMachine | undefined;
  return [
    ...branches.map((branch): [StateMachine, Set<string>] => [branch, new Set(written)]),
    ...(body ? [[body, new Set<string>()] as [StateMachine, Set<string>]] : []),
  ];
}

import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { BUILT_IN_STACKS } from './built-in-stacks.ts';
import type { StackDefinition } from './stack-definition.ts';

/** The stacks of a home beside the built-in ones. */
export interface StacksDocument {
  readonly v: 1;
  /** Name of the stack for commands that name none. */
  readonly active: string;
  readonly stacks: Readonly<Record<string, StackDefinition>>;
}

/** A stack by its name. */
export interface NamedStack {
  readonly name: string;
  readonly definition: StackDefinition;
}

/** What a home has before anything is registered. */
export const NO_STACKS: StacksDocument = { v: 1, active: 'local', stacks: {} };

/** The built-in stacks, then those registered, by name. */
export function allStacks({ stacks }: StacksDocument): NamedStack[] {
  const registered = Object.keys(stacks)
    .toSorted()
    .map((name) => ({ name, definition: stacks[name]! }));
  return [...Object.entries(BUILT_IN_STACKS).map(([name, definition]) => ({ name, definition })), ...registered];
}

/** The stack of that name. Throws `stack.unknown`. */
export function findStack(document: StacksDocument, name: string): NamedStack {
  const stacks = allStacks(document);
  return stacks.find((stack) => stack.name === name) ?? throwUnknown(name, stacks);
}

/** The document with one stack more. Throws `stack.name-taken`, `stack.bad-name`. */
export function registerStack(document: StacksDocument, { name, definition }: NamedStack): StacksDocument {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 40) throw badName(name);
  if (allStacks(document).some((stack) => stack.name === name)) throw taken(name);
  return { ...document, stacks: { ...document.stacks, [name]: definition } };
}

/** The document with another active stack. Throws `stack.unknown`. */
export function setStack(document: StacksDocument, name: string): StacksDocument {
  return { ...document, active: findStack(document, name).name };
}

/** The document without a stack; what the stack keeps stays. Throws `stack.unknown`, `stack.built-in`, `stack.active`. */
export function deleteStack(document: StacksDocument, name: string): StacksDocument {
  findStack(document, name);
  if (isBuiltIn(name)) throw builtIn(name);
  if (document.active === name) throw active(name);
  const { [name]: _deleted, ...stacks } = document.stacks;
  return { ...document, stacks };
}

/** Whether a stack is there without being registered. */
export function isBuiltIn(name: string): boolean {
  return Object.hasOwn(BUILT_IN_STACKS, name);
}

function throwUnknown(name: string, stacks: readonly NamedStack[]): never {
  const names = stacks.map((stack) => stack.name);
  const near = nearest(name, names);
  throw new SluiceError({
    code: 'stack.unknown',
    message: 'there is no stack of that name',
    seen: name,
    allowed: names.join(', '),
    mend: near === undefined ? 'name one of these, or make one: `sluice stack register`' : `did you mean ${near}?`,
  });
}

function badName(name: string): SluiceError {
  return new SluiceError({
    code: 'stack.bad-name',
    message: 'a stack cannot have this name',
    seen: JSON.stringify(name),
    allowed: 'words of a-z and 0-9 joined by -, at most 40 characters',
    mend: 'choose another',
  });
}

function taken(name: string): SluiceError {
  return new SluiceError({
    code: 'stack.name-taken',
    message: 'there is a stack of that name already',
    seen: name,
    mend: `choose another name; \`sluice stack describe ${name}\` says what that one is`,
  });
}

function builtIn(name: string): SluiceError {
  return new SluiceError({
    code: 'stack.built-in',
    message: 'a built-in stack cannot be deleted',
    seen: name,
    allowed: 'stacks that were registered',
    mend: 'leave it: it takes no room and does nothing unless it is named',
  });
}

function active(name: string): SluiceError {
  return new SluiceError({
    code: 'stack.active',
    message: 'the stack that commands use unless told otherwise cannot be deleted',
    seen: name,
    mend: 'set another first: `sluice stack set local`',
  });
}

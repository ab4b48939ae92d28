import type { Redact } from './redact.ts';

/** Redacts names so that two that differ still do: those that would be like another are numbered in their order. */
export function redactNames(names: Iterable<string>, redact: Redact): (name: string) => string {
  const different = new Set(names);
  const taken = new Set([...different].filter((name) => redact(name) === name));
  const renamed = new Map<string, string>();
  for (const name of different) {
    if (taken.has(name)) continue;
    const free = firstFree(redact(name), taken);
    taken.add(free);
    renamed.set(name, free);
  }
  return (name) => renamed.get(name) ?? name;
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let numbered = name;
  for (let number = 2; taken.has(numbered); number += 1) numbered = `${name} ${number}`;
  return numbered;
}

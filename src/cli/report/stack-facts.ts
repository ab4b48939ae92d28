import { type Flavors, flavorsOf, settingsOf } from '../../stacks/definitions/stack-definition.ts';
import { isBuiltIn, type NamedStack, type StacksDocument } from '../../stacks/definitions/stacks-document.ts';

/** A stack as commands show it. */
interface StackFacts {
  readonly name: string;
  /** Whether it is that of commands without `--stack`. */
  readonly active: boolean;
  readonly builtIn: boolean;
  readonly flavors: Flavors;
  readonly settings: Readonly<Record<string, string>>;
}

/** What there is to say of a stack. */
export function stackFacts({ active }: StacksDocument, { name, definition }: NamedStack): StackFacts {
  return {
    name,
    active: name === active,
    builtIn: isBuiltIn(name),
    flavors: flavorsOf(definition),
    settings: settingsOf(definition),
  };
}

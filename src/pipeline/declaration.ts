import { SluiceError } from '../errors/sluice-error.ts';
import type { GraphNode } from './graph.ts';
import type { NodeId } from './reference.ts';
import type { AnyStepDefinition } from './step.ts';

/** What one `pipeline(...)` call has gathered so far. */
interface Declaration {
  readonly nodes: GraphNode[];
  readonly taken: Set<NodeId>;
  readonly steps: Map<string, AnyStepDefinition>;
}

// Declaring is synchronous, so one slot is enough; an asynchronous declaration is refused.
let current: Declaration | undefined;

/** The declaration under way; throws `pipeline.outside-declaration`. */
export function declaration(): Declaration {
  if (current) return current;
  throw new SluiceError({
    code: 'pipeline.outside-declaration',
    message: 'a step, when or map was called outside pipeline(...)',
    mend: 'call it inside the function given to pipeline(...), and not after an await',
  });
}

/** Runs a declaring function over an empty graph and answers what it declared. */
export function declareAll(declare: () => unknown): Declaration {
  return collect({ nodes: [], taken: new Set(), steps: new Map() }, declare);
}

/** Runs the body of a `when` or `map`: its own nodes, the pipeline's names and steps. */
export function declareNested(declare: () => unknown): GraphNode[] {
  const { taken, steps } = declaration();
  return collect({ nodes: [], taken, steps }, declare).nodes;
}

function collect(declared: Declaration, declare: () => unknown): Declaration {
  const outer = current;
  current = declared;
  try {
    refusePromise(declare());
    return declared;
  } finally {
    current = outer;
  }
}

function refusePromise(result: unknown): void {
  if (!(result instanceof Promise)) return;
  result.catch(() => undefined); // its error is a consequence of the one thrown here
  throw new SluiceError({
    code: 'pipeline.async-declaration',
    message: 'a pipeline was declared by an async function',
    mend: 'make the function synchronous: steps run later, declaring only draws the graph',
  });
}

/** A node id that is free: the name, or the name with the next number. */
export function uniqueId(name: string): NodeId {
  const { taken } = declaration();
  let id = name;
  for (let count = 2; taken.has(id); count++) id = `${name}-${count}`;
  taken.add(id);
  return id;
}

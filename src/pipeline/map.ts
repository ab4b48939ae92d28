import { declaration, declareNested, uniqueId } from './declaration.ts';
import { toGraphReference, type AnyReference, type Reference } from './reference.ts';

export interface MapOptions {
  /** Most items the list may have, up to 10,000; past 40 AWS runs it as a Distributed Map. */
  readonly maxItems: number;
  /** Items worked on at once. */
  readonly concurrency: number;
}

/** Runs the body once for every item of a list and gives the list of what the bodies gave, in order. */
export function map<T, U, Name extends string>(
  items: Reference<readonly T[], 'list'>,
  options: MapOptions,
  body: (item: Reference<T, 'item'>) => Reference<U, Name>,
): Reference<readonly U[], 'list'> {
  const id = uniqueId('map');
  const declared: { output?: AnyReference } = {};
  const nodes = declareNested(() => {
    declared.output = body({ node: id, output: 'item', type: { name: 'item' } });
  });
  declaration().nodes.push({
    kind: 'map',
    id,
    items: toGraphReference(items),
    ...options,
    body: nodes,
    output: toGraphReference(declared.output!),
  });
  return { node: id, output: 'items', type: { name: 'list' } };
}

import { enclosingMaps, stepNodes, walk } from '../../src/pipeline/graph.ts';
import { isInline } from '../../src/pipeline/compile/map-state.ts';
import { indexFileKey } from '../../src/pipeline/compile/value-paths.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { planOf } from '../../src/pipeline/plan.ts';
import { PARAMETERS_NODE } from '../../src/pipeline/reference.ts';
import type { OutputName } from '../../src/tracking/run-record.ts';

type Graph = Pick<Pipeline, 'name' | 'nodes' | 'parameters'>;

/** Patterns of the keys that a step reads: of what its inputs are made of, and of the files it is given. */
export function keysRead(pipeline: Graph, step: string): string[] {
  const sources = planOf(pipeline.nodes)
    .filter((planned) => planned.step === step)
    .flatMap(({ inputs, parameters }) => [...Object.values(inputs), ...Object.values(parameters)]);
  return [...new Set(sources.flatMap((source) => keysOfSource(pipeline, source)))];
}

/** Patterns of the keys that a step's outputs get. */
export function keysMade({ name, nodes }: Graph, step: string): string[] {
  const outputs = stepNodes(nodes).find((node) => node.step === step)?.outputs ?? {};
  const stored = Object.keys(outputs).filter((output) => outputs[output] !== 'scalar');
  return stored.map((output) => outputKeys(name, step, output));
}

/** Patterns of the keys under which files of a pipeline may lie: as new data, or placed there for a run. */
export function fileKeys({ name, parameters }: Graph): string[] {
  const files = Object.keys(parameters).filter((parameter) => parameters[parameter]!.kind === 'file');
  return [...new Set(files.flatMap((parameter) => keysOfFile(name, parameter)))];
}

/** Patterns of the keys of the index files that Distributed Maps read, with the step that writes each. */
export function indexFiles(nodes: Graph['nodes']): { readonly step: string; readonly key: string }[] {
  const around = enclosingMaps(nodes);
  const makers = new Map(stepNodes(nodes).map((node) => [node.id, node]));
  const distributed = [...walk(nodes)].filter((node) => node.kind === 'map' && !isInline(node));
  return distributed.flatMap((node) => {
    if (node.kind !== 'map') return [];
    const { step, id } = makers.get(node.items.node)!; // a map is over the output of a step: `checkGraph`
    const index = around.get(id)!.length === 0 ? '' : '@*';
    return [{ step, key: indexFileKey('*', index, id, node.items.output) }];
  });
}

function keysOfSource(pipeline: Graph, { node, output }: OutputName): string[] {
  if (node === PARAMETERS_NODE) {
    return pipeline.parameters[output]?.kind === 'file' ? keysOfFile(pipeline.name, output) : [];
  }
  const maker = stepNodes(pipeline.nodes).find(({ id }) => id === node)!;
  return maker.outputs[output] === 'scalar' ? [] : [outputKeys(pipeline.name, maker.step, output)];
}

function keysOfFile(pipeline: string, parameter: string): string[] {
  return [`incoming/${pipeline}/*`, `artifacts/${pipeline}/params/${parameter}/*`];
}

function outputKeys(pipeline: string, step: string, output: string): string {
  return `artifacts/${pipeline}/${step}/${output}/*`;
}

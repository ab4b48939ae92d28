import { SluiceError } from '../../errors/sluice-error.ts';
import { walk, type GraphNode, type MapNode } from '../../pipeline/graph.ts';

/** The `NAME=ITEMS` words of `--map` by map. Throws `cli.bad-map`. */
export function parseMapItems(words: readonly string[], nodes: readonly GraphNode[]): Map<string, number> {
  const maps = [...walk(nodes)].filter((node) => node.kind === 'map');
  return new Map(words.map((word) => parseOne(word, maps)));
}

function parseOne(word: string, maps: readonly MapNode[]): [string, number] {
  const [, name, digits] = /^(.+)=(\d{1,5})$/.exec(word) ?? [];
  const map = maps.find(({ id }) => id === name);
  if (map && Number(digits) <= map.maxItems) return [map.id, Number(digits)];
  throw new SluiceError({
    code: 'cli.bad-map',
    message: '--map does not say how many items a map of the pipeline has',
    seen: word,
    allowed: maps.map(({ id, maxItems }) => `${id}=0 to ${id}=${maxItems}`).join(', ') || 'none: it has no map',
    mend: maps.length === 0 ? 'leave out --map' : `write it as --map ${maps[0]!.id}=${maps[0]!.maxItems}`,
  });
}

/** One map around a piece of work, with the item it works on. */
export interface MapPosition {
  readonly map: string;
  readonly index: number;
}

/** The maps around a node as text, outermost first: `@folds#3@inner#0`; '' for none. */
export function formatIndexPath(positions: readonly MapPosition[]): string {
  return positions.map(({ map, index }) => `@${map}#${index}`).join('');
}

/** The positions that a text of `formatIndexPath` names. */
export function parseIndexPath(path: string): MapPosition[] {
  return [...path.matchAll(/@([^@#]+)#(\d+)/g)].map(([, map, index]) => ({ map: map!, index: Number(index) }));
}

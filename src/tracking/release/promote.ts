import type { RegistryStore } from '../record-store.ts';
import type { Release } from '../registry.ts';
import { unknownVersion } from '../rules/unknown-version.ts';

/** Who changes what serves, and when. */
export interface Author {
  readonly by: string;
  readonly atMs: number;
}

/**
 * Makes a version the champion on a person's word; nothing changes when it is that already.
 * Throws `model.version-unknown`, and `release.conflict` when another change came between.
 */
export async function promote(
  registry: RegistryStore,
  model: string,
  version: number,
  author: Author,
): Promise<Release> {
  const [found, current] = await Promise.all([registry.version(model, version), registry.release(model)]);
  if (!found) throw unknownVersion(model, version);
  if (current?.champion === version) return current;
  return registry.promote({
    model,
    kind: 'promote',
    champion: version,
    ...author,
    ...(found.verdict === undefined ? {} : { verdict: found.verdict }),
    expectedSequence: current?.sequence ?? 0,
  });
}

import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { RegistryStore } from '../tracking/record-store.ts';

const NAMES_LOOKED_AT = 1_000;

/** The error of a model name that nothing serves, with the name that was most likely meant. */
export async function nothingReleased(name: string, registry: Pick<RegistryStore, 'models'>): Promise<SluiceError> {
  const { items } = await registry.models({ limit: NAMES_LOOKED_AT });
  return new SluiceError({
    code: 'predict.nothing-released',
    message: 'no model of this name is released',
    seen: name.slice(0, 200),
    allowed: 'a model with a released version; `sluice models` lists them',
    mend: mendOf(name, items),
  });
}

function mendOf(name: string, known: readonly string[]): string {
  if (known.includes(name)) return 'none of its versions passed its gate yet: run its pipeline again';
  const meant = nearest(name, known);
  return meant === undefined ? 'run the pipeline that releases the model' : `did you mean ${meant}?`;
}

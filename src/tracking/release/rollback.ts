import { SluiceError } from '../../errors/sluice-error.ts';
import { everyItem } from '../pages/every-item.ts';
import type { RegistryStore } from '../record-store.ts';
import type { Release } from '../registry.ts';
import type { Author } from './promote.ts';
import { rollbackTarget } from './rollback-target.ts';

/**
 * Goes back to the version that served before the last promotion; a second time, two back.
 * Throws `release.nothing-before`, and `release.conflict` when another change came between.
 */
export async function rollback(registry: RegistryStore, model: string, author: Author): Promise<Release> {
  const current = await registry.release(model);
  const champion = await rollbackTarget(everyItem((page) => registry.history(model, page)));
  if (current === undefined || champion === undefined) throw nothingBefore(model, current);
  return registry.promote({ model, kind: 'rollback', champion, ...author, expectedSequence: current.sequence });
}

function nothingBefore(model: string, current: Release | undefined): SluiceError {
  return new SluiceError({
    code: 'release.nothing-before',
    message: 'there is no version to go back to',
    seen: current
      ? `${model}: version ${current.champion} serves, and none did before it`
      : `${model}: none ever served`,
    allowed: 'models that were promoted at least twice',
    mend: '`sluice models history MODEL` lists what served; `sluice promote MODEL VERSION` names one itself',
  });
}

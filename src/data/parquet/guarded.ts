import { SluiceError } from '../../errors/sluice-error.ts';
import { damaged } from './faults.ts';

/**
 * What the work answers. Damaged bytes make the library read outside a view, or miss a part that its types promise:
 * such an error becomes `data.parquet-damaged`, with `part` saying where.
 */
export function guarded<T>(part: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (SluiceError.is(error)) throw error;
    return damaged(`${part}: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

import type { GarbageReport } from '../../runs/gc/collect-garbage.ts';
import { formatBytes } from './format-bytes.ts';

/** What collecting garbage freed, in sentences. */
export function formatGarbage({ dryRun, runs, cacheEntries, artifacts, leftovers, young }: GarbageReport): string {
  const parts = [
    counted(runs, 'run', 'runs'),
    counted(cacheEntries, 'cache entry', 'cache entries'),
    counted(artifacts.count, 'artifact', 'artifacts', artifacts.sizeBytes),
    counted(leftovers.count, 'leftover of a killed write', 'leftovers of killed writes', leftovers.sizeBytes),
  ].filter((part) => part !== '');
  const removed =
    parts.length === 0 ? 'nothing to remove' : `${dryRun ? 'would remove' : 'removed'} ${parts.join(', ')}`;
  const left = counted(young.count, 'artifact', 'artifacts', young.sizeBytes);
  const hint = left === '' ? '' : `left ${left} less than an hour old that nothing refers to\n`;
  return `${removed}\n${hint}`;
}

function counted(count: number, one: string, many: string, sizeBytes?: number): string {
  if (count === 0) return '';
  const size = sizeBytes === undefined ? '' : ` (${formatBytes(sizeBytes)})`;
  return `${count} ${count === 1 ? one : many}${size}`;
}

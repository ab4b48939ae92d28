import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { UNREFERENCED_MS } from '../../artifacts/unreferenced.ts';
import type { Finding } from '../../stacks/finding.ts';
import { formatBytes } from '../report/format-bytes.ts';

/** Whether killed writes have left something that takes room. */
export async function examineLeftovers(artifacts: Pick<ArtifactStore, 'leftovers'>, nowMs: number): Promise<Finding> {
  const found = await Array.fromAsync(artifacts.leftovers());
  const old = found.filter(({ modifiedAtMs }) => nowMs - modifiedAtMs >= UNREFERENCED_MS);
  if (old.length === 0) return { part: 'leftovers', state: 'good', says: 'no write was killed and left something' };
  const sizeBytes = old.reduce((total, leftover) => total + leftover.sizeBytes, 0);
  const files = old.length === 1 ? 'a temporary file' : `${old.length} temporary files`;
  const says = `killed writes left ${files}, ${formatBytes(sizeBytes)}`;
  return { part: 'leftovers', state: 'warning', says, mend: 'remove them: sluice gc' };
}

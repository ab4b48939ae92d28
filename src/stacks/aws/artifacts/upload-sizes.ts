/** One request may carry 5 GB; above this a part that fails is cheaper to send again than the whole. */
export const ONE_REQUEST_BYTES = 64 * 1024 * 1024;

const PART_BYTES = 16 * 1024 * 1024;
const MAX_PARTS = 10_000;

/** Size of each part but the last of content that goes in parts. */
export function partSizeBytes(sizeBytes: number): number {
  return Math.max(PART_BYTES, Math.ceil(sizeBytes / MAX_PARTS));
}

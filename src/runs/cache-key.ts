import { canonicalJson } from '../data/canonical-json.ts';
import type { CacheKeyParts } from '../tracking/step-record.ts';
import { sha256 } from '../data/sha256.ts';

/** Bumped when artifacts of the same key would no longer be the same. */
const KEY_FORMAT = 'sluice-cache-1';

/** The cache key of a step: the hash of its parts, the same in every place and at every time. */
export function cacheKey(pipeline: string, step: string, parts: CacheKeyParts): string {
  const { code, parameters, inputs } = parts;
  return sha256(canonicalJson({ format: KEY_FORMAT, pipeline, step, code, parameters, inputs }));
}

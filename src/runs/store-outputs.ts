import type { ArtifactReference, ArtifactTypeName } from '../artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { encodeArtifact } from '../artifacts/encode-artifact.ts';
import { storeProfile } from '../artifacts/profiles.ts';
import { SpooledTable } from '../artifacts/spooled-table.ts';
import type { Table } from '../data/table.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { Scalar, StepOutputs } from '../tracking/step-record.ts';
import { sha256 } from '../data/sha256.ts';

/** Largest scalar text, in bytes of UTF-8: it travels in the state. */
const MAX_SCALAR_BYTES = 1_024;

/**
 * Writes what a step returned, beside each table its profile, and answers where it lies.
 * Throws `step.output-missing`, `step.output-unknown`, `step.bad-scalar` and what encoding and storing throw.
 */
export async function storeOutputs(
  store: ArtifactStore,
  prefix: string,
  declared: Readonly<Record<string, ArtifactTypeName>>,
  returned: Readonly<Record<string, unknown>>,
): Promise<StepOutputs> {
  checkNames(declared, returned);
  const names = Object.entries(declared);
  const scalars = names
    .filter(([, type]) => type === 'scalar')
    .map(([name]) => [name, checkScalar(name, returned[name])]);
  const artifacts = await Promise.all(
    names
      .filter(([, type]) => type !== 'scalar')
      .map(async ([name, type]) => [name, await storeOne(store, `${prefix}/${name}`, type, returned[name])] as const),
  );
  return { artifacts: Object.fromEntries(artifacts), scalars: Object.fromEntries(scalars) };
}

async function storeOne(
  store: ArtifactStore,
  folder: string,
  type: ArtifactTypeName,
  value: unknown,
): Promise<ArtifactReference> {
  if (value instanceof SpooledTable) return storeSpooled(store, folder, value);
  const { bytes, count } = encodeArtifact(type, value);
  const hash = sha256(bytes);
  const key = `${folder}/${hash}`;
  const stored = store.create(key, bytes);
  // Made while the bytes are written.
  await Promise.all([stored, type === 'table' ? storeProfile(store, key, value as Table) : undefined]);
  return { type, key, sha256: hash, sizeBytes: bytes.byteLength, ...(count === undefined ? {} : { count }) };
}

async function storeSpooled(store: ArtifactStore, folder: string, rows: SpooledTable): Promise<ArtifactReference> {
  const { path, sha256: hash, sizeBytes, rowCount } = rows.facts;
  const key = `${folder}/${hash}`;
  await store.createFromFile(key, path);
  await storeProfile(store, key, rows);
  return { type: 'table', key, sha256: hash, sizeBytes, count: rowCount };
}

function checkNames(declared: Readonly<Record<string, string>>, returned: Readonly<Record<string, unknown>>): void {
  const allowed = Object.keys(declared).join(', ') || 'none';
  for (const name of Object.keys(declared)) {
    if (returned[name] !== undefined) continue;
    throw new SluiceError({
      code: 'step.output-missing',
      message: 'a step did not return an output that it declares',
      seen: name,
      allowed,
      mend: 'return it, or take it out of the outputs',
    });
  }
  for (const name of Object.keys(returned)) {
    if (Object.hasOwn(declared, name)) continue;
    throw new SluiceError({
      code: 'step.output-unknown',
      message: 'a step returned an output that it does not declare',
      seen: name,
      allowed,
      mend: 'declare it with its type, or do not return it',
    });
  }
}

function checkScalar(name: string, value: unknown): Scalar {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && Buffer.byteLength(value) <= MAX_SCALAR_BYTES) return value;
  throw new SluiceError({
    code: 'step.bad-scalar',
    message: 'a scalar output cannot cross states',
    seen: `${name}: ${typeof value === 'string' ? `${Buffer.byteLength(value)} bytes` : String(value)}`,
    allowed: `a boolean, a finite number, or a text of at most ${MAX_SCALAR_BYTES} bytes`,
    mend: 'declare it as json(...) instead, which is stored as an artifact',
  });
}

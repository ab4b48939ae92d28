import { createHash } from 'node:crypto';
import { tableOf } from '../../src/data/table-of.ts';
import { encodeModel } from '../../src/models/codec/encode-model.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';

/** A registry in memory and bytes in a map; `reads` counts what was read of both. */
export function releasedWorld() {
  const records = openSqliteRecords(':memory:');
  const files = new Map<string, Uint8Array>();
  const reads = { releases: 0, artifacts: 0 };
  const down: { error?: Error } = {};
  const registry = {
    ...records.registry,
    async release(model: string) {
      reads.releases += 1;
      if (down.error) throw down.error;
      return records.registry.release(model);
    },
  };
  const artifacts = {
    async read(key: string) {
      reads.artifacts += 1;
      return files.get(key);
    },
    uri: (key: string) => `memory:${key}`,
  };
  const sequences = new Map<string, number>();

  /** Registers and promotes; answers the artifact's key. */
  async function release(model: string, bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `artifacts/p/train/model/${sha256}`;
    files.set(key, bytes);
    const sequence = sequences.get(model) ?? 0;
    const by = `run-${sequence}`;
    const { version } = await registry.register({
      model,
      artifact: { type: 'model', key, sha256, sizeBytes: bytes.length },
      run: by,
      stepKey: 'release',
      metrics: {},
      createdAtMs: 1,
    });
    await registry.promote({ model, kind: 'promote', champion: version, atMs: 1, by, expectedSequence: sequence });
    sequences.set(model, sequence + 1);
    return key;
  }

  return { records: { registry }, registry, artifacts, files, reads, down, release, close: () => records.close() };
}

/** The file of a model that answers `slope × a`. */
export function slopeModel(slope: number): Uint8Array {
  const table = tableOf({ a: 'float', y: 'float' }, { a: [-1, 0, 1], y: [-slope, 0, slope] });
  return encodeModel(trainLinear({ table, features: ['a'], target: 'y' }));
}

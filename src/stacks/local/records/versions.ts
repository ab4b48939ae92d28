import { counterBelow, encodeCounter } from '../../../tracking/keys/counter.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { RegistryStore } from '../../../tracking/record-store.ts';
import type { ModelVersion } from '../../../tracking/registry.ts';
import { checkRecordName } from '../../../tracking/rules/name.ts';
import type { Database } from './database.ts';
import { decodeDocument, encodeDocument } from './document.ts';

interface Row {
  readonly document: string;
}

type NewVersion = Parameters<RegistryStore['register']>[0];

/** Models and their versions in SQLite. */
export function sqliteVersions(
  database: Database,
): Pick<RegistryStore, 'register' | 'version' | 'versions' | 'models'> {
  const byIdentity = database.prepare<Row>(
    'SELECT document FROM model_versions WHERE model = ? AND run_id = ? AND step_key = ?',
  );
  const byNumber = database.prepare<Row>('SELECT document FROM model_versions WHERE model = ? AND version = ?');
  const upTo = database.prepare<Row>(
    'SELECT document FROM model_versions WHERE model = ? AND version <= ? ORDER BY version DESC LIMIT ?',
  );
  const modelsAfter = database.prepare<{ name: string }>(
    'SELECT name FROM models WHERE name > ? ORDER BY name LIMIT ?',
  );
  const add = versionAdder(database);

  return {
    async register(version) {
      checkRecordName('model', version.model);
      return database.write(() => {
        const known = byIdentity.get(version.model, version.run, version.stepKey);
        return known ? decodeDocument<ModelVersion>(known.document) : add(version);
      });
    },
    async version(model, version) {
      const row = byNumber.get(model, version);
      return row && decodeDocument<ModelVersion>(row.document);
    },
    async versions(model, request) {
      const listing = ['versions', model] as const;
      const start = startPage(listing, request);
      const rows = upTo.all(model, counterBelow(start.after), start.rows);
      const versions = rows.map(({ document }) => decodeDocument<ModelVersion>(document));
      return endPage(listing, start, versions, ({ version }) => encodeCounter(version));
    },
    async models(request) {
      const listing = ['models'] as const;
      const start = startPage(listing, request);
      const names = modelsAfter.all(start.after ?? '', start.rows).map(({ name }) => name);
      return endPage(listing, start, names, (name) => name);
    },
  };
}

function versionAdder(database: Database): (version: NewVersion) => ModelVersion {
  const nextNumber = database.prepare<{ latest_version: number }>(
    `INSERT INTO models (name, latest_version) VALUES (?, 1)
     ON CONFLICT DO UPDATE SET latest_version = latest_version + 1 RETURNING latest_version`,
  );
  const insert = database.prepare(
    'INSERT INTO model_versions (model, version, run_id, step_key, document) VALUES (?, ?, ?, ?, ?)',
  );
  return (given) => {
    const { latest_version: number } = nextNumber.get(given.model)!;
    const version: ModelVersion = { v: 1, version: number, ...given };
    insert.run(version.model, number, version.run, version.stepKey, encodeDocument(version));
    return version;
  };
}

import { counterBelow, encodeCounter } from '../../../tracking/keys/counter.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { Promotion, RegistryStore } from '../../../tracking/record-store.ts';
import type { Release, ReleaseChange } from '../../../tracking/registry.ts';
import { applyPromotion, type Standing } from '../../../tracking/rules/promotion.ts';
import { unknownVersion } from '../../../tracking/rules/unknown-version.ts';
import type { Database } from './database.ts';
import { decodeDocument, encodeDocument } from './document.ts';

interface Row {
  readonly document: string;
}

/** Releases, their history and aliases in SQLite. */
export function sqliteReleases(database: Database): Pick<RegistryStore, 'release' | 'promote' | 'history' | 'alias'> {
  const select = database.prepare<Row>('SELECT document FROM releases WHERE model = ?');
  const change = database.prepare<Row>('SELECT document FROM release_changes WHERE model = ? AND sequence = ?');
  const changesUpTo = database.prepare<Row>(
    'SELECT document FROM release_changes WHERE model = ? AND sequence <= ? ORDER BY sequence DESC LIMIT ?',
  );
  const alias = database.prepare<{ version: number }>('SELECT version FROM aliases WHERE model = ? AND alias = ?');
  const hasVersion = database.prepare<{ version: number }>(
    'SELECT version FROM model_versions WHERE model = ? AND version = ?',
  );
  const write = releaseWriter(database);

  const read = (model: string): Release | undefined => {
    const row = select.get(model);
    return row && decodeDocument<Release>(row.document);
  };
  const standing = (model: string): Standing | undefined => {
    const release = read(model);
    if (!release) return undefined;
    return { release, change: decodeDocument<ReleaseChange>(change.get(model, release.sequence)!.document) };
  };
  const promoteLocked = (promotion: Promotion): Release => {
    const outcome = applyPromotion(standing(promotion.model), promotion);
    if (outcome.state === 'repeated') return outcome.release;
    if (!hasVersion.get(promotion.model, promotion.champion)) throw unknownVersion(promotion.model, promotion.champion);
    write(outcome.release, outcome.change);
    return outcome.release;
  };

  return {
    async release(model) {
      return read(model);
    },
    async promote(promotion) {
      return database.write(() => promoteLocked(promotion));
    },
    async history(model, request) {
      const listing = ['releases', model] as const;
      const start = startPage(listing, request);
      const rows = changesUpTo.all(model, counterBelow(start.after), start.rows);
      const changes = rows.map(({ document }) => decodeDocument<ReleaseChange>(document));
      return endPage(listing, start, changes, ({ sequence }) => encodeCounter(sequence));
    },
    async alias(model, name) {
      return alias.get(model, name)?.version;
    },
  };
}

function releaseWriter(database: Database): (release: Release, change: ReleaseChange) => void {
  const upsertRelease = database.prepare(
    'INSERT INTO releases (model, document) VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
  );
  const insertChange = database.prepare('INSERT INTO release_changes (model, sequence, document) VALUES (?, ?, ?)');
  const upsertAlias = database.prepare(
    'INSERT INTO aliases (model, alias, version) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version',
  );
  return (release, change) => {
    upsertRelease.run(release.model, encodeDocument(release));
    insertChange.run(change.model, change.sequence, encodeDocument(change));
    upsertAlias.run(release.model, 'champion', release.champion);
  };
}

import type { ColumnProfile, Profile } from '../data/profile/profile.ts';
import type { Table } from '../data/table.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { SpooledTable } from './spooled-table.ts';

const SUFFIX = '.profile.json';

/** Where the profile of the table artifact with this key lies: beside it, and as immutable. */
export function profileKeyOf(key: string): string {
  return key + SUFFIX;
}

/** The key of the table artifact whose profile has this key; undefined if it is none of a profile. */
export function tableKeyOf(profileKey: string): string | undefined {
  return profileKey.endsWith(SUFFIX) ? profileKey.slice(0, -SUFFIX.length) : undefined;
}

/** Writes the profile of a table beside its artifact. */
export async function storeProfile(store: ArtifactStore, key: string, table: Table | SpooledTable): Promise<void> {
  const { profileTable } = await import('../data/profile/profile-table.ts'); // a step that is reused stores nothing
  const profile = table instanceof SpooledTable ? await profileByColumn(table, profileTable) : profileTable(table);
  await store.create(profileKeyOf(key), new TextEncoder().encode(JSON.stringify(profile)));
}

async function profileByColumn(rows: SpooledTable, profileTable: (table: Table) => Profile): Promise<Profile> {
  const columns: ColumnProfile[] = [];
  for (const name of Object.keys(rows.columns)) columns.push(...profileTable(await rows.column(name)).columns);
  return { v: 1, rowCount: rows.rowCount, columns };
}

/** The profile of a table artifact. Throws `artifact.no-profile`. */
export async function requireProfile(store: ArtifactStore, { type, key }: ArtifactReference): Promise<Profile> {
  const bytes = await store.read(profileKeyOf(key));
  if (bytes) return JSON.parse(new TextDecoder().decode(bytes)) as Profile;
  throw new SluiceError({
    code: 'artifact.no-profile',
    message: 'this artifact has no profile',
    seen: `${type} ${key}`,
    allowed: 'artifacts of type table; they get one when they are stored',
    mend: type === 'table' ? 'it was removed: run again without reuse (--no-cache)' : 'name a table artifact',
  });
}

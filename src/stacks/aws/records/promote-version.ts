import type { Promotion } from '../../../tracking/record-store.ts';
import type { Release, ReleaseChange } from '../../../tracking/registry.ts';
import { applyPromotion, type Standing } from '../../../tracking/rules/promotion.ts';
import { unknownVersion } from '../../../tracking/rules/unknown-version.ts';
import { hasValue, isAbsent, isPresent } from './condition.ts';
import { encodeItem, itemReader, type Versioned } from './item.ts';
import { aliasKey, changeKey, releaseKey, versionKey } from './keys.ts';
import { malformedItem } from './malformed-item.ts';
import { getItem } from './read.ts';
import { untilAnswered, type Table } from './table.ts';
import { transact } from './transact.ts';

/** The version that a name stands for. */
export interface Alias extends Versioned {
  readonly version: number;
}

const readRelease = itemReader<Release>({ model: 'S', champion: 'N', sequence: 'N', sinceMs: 'N' });

export const readChange = itemReader<ReleaseChange>({
  model: 'S',
  sequence: 'N',
  kind: 'S',
  champion: 'N',
  previous: ['N', 'NULL'],
  atMs: 'N',
  by: 'S',
});

/** What serves a model. */
export async function findRelease(table: Table, model: string): Promise<Release | undefined> {
  const item = await getItem(table, releaseKey(model));
  return item && readRelease(item);
}

/** Makes a version the champion in one transaction, decided anew whenever the release has moved meanwhile. */
export function promoteVersion(table: Table, promotion: Promotion): Promise<Release> {
  return untilAnswered(table, async () => {
    const outcome = applyPromotion(await findStanding(table, promotion.model), promotion);
    if (outcome.state === 'repeated') return outcome.release;
    return (await writeChange(table, outcome.release, outcome.change)) ? outcome.release : undefined;
  });
}

async function findStanding(table: Table, model: string): Promise<Standing | undefined> {
  const release = await findRelease(table, model);
  if (!release) return undefined;
  const key = changeKey(model, release.sequence);
  const item = await getItem(table, key);
  if (!item) throw malformedItem(`${key.pk} ${key.sk}`, 'nothing', 'the change that made the release');
  return { release, change: readChange(item) };
}

/** False when the release has moved; throws `model.version-unknown`. */
async function writeChange(table: Table, release: Release, change: ReleaseChange): Promise<boolean> {
  const { model, champion, sequence } = release;
  const alias: Alias = { v: 1, version: champion };
  const unmoved = sequence === 1 ? isAbsent : hasValue('sequence', sequence - 1);
  const written = await transact(table, [
    { check: versionKey(model, champion), condition: isPresent },
    { put: encodeItem(releaseKey(model), release), condition: unmoved },
    { put: encodeItem(changeKey(model, sequence), change), condition: isAbsent },
    { put: encodeItem(aliasKey(model, 'champion'), alias) },
  ]);
  if (written.state === 'refused' && isOnly(written.refused, 0)) throw unknownVersion(model, champion);
  return written.state === 'written';
}

function isOnly(places: ReadonlySet<number>, place: number): boolean {
  return places.size === 1 && places.has(place);
}

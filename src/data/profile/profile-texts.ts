import { packText } from '../pack-text.ts';
import type { PackedText } from '../packed-text.ts';
import type { TextColumn } from '../table.ts';
import { groupTexts, type TextGroups } from '../text-groups.ts';
import { MAX_DISTINCT } from './distinct.ts';
import type { TextProfile } from './profile.ts';

const FREQUENT_COUNT = 10;
const SHOWN_LENGTH = 100;

/** The profile of a text column. */
export function profileTexts(name: string, column: TextColumn): TextProfile {
  const packed = packText(column);
  const groups = groupTexts(packed, MAX_DISTINCT);
  return {
    name,
    kind: 'text',
    nulls: packed.missingCount,
    distinct: groups.complete ? { count: groups.counts.length } : { moreThan: MAX_DISTINCT },
    length: lengthsOf(packed),
    frequent: mostFrequent(packed, groups),
  };
}

function mostFrequent(column: PackedText, { firstRows, counts }: TextGroups): TextProfile['frequent'] {
  const byCount = [...counts.keys()].toSorted((left, right) => counts[right]! - counts[left]! || left - right);
  return byCount.slice(0, FREQUENT_COUNT).map((group) => {
    return { value: shortened(column.at(firstRows[group]!)!), count: counts[group]! };
  });
}

/** Whole characters: half a surrogate pair is none. */
function shortened(text: string): string {
  if (text.length <= SHOWN_LENGTH) return text;
  return `${text
    .slice(0, SHOWN_LENGTH)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}

function lengthsOf(column: PackedText): TextProfile['length'] {
  const { bytes, offsets } = column.buffers;
  let [min, max, total] = [Number.POSITIVE_INFINITY, 0, 0];
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    if (column.isMissing(row)) continue;
    const length = characterCount(bytes, offsets[row]!, offsets[row + 1]!);
    if (length < min) min = length;
    if (length > max) max = length;
    total += length;
    count += 1;
  }
  return count === 0 ? null : { min, mean: total / count, max };
}

/** Every byte of UTF-8 starts a character, but those of the form 10xxxxxx. */
function characterCount(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}

import { describe, expect, it } from 'vitest';
import { encodeItem, itemReader, type Versioned } from '../../../../src/stacks/aws/records/item.ts';

interface Letter extends Versioned {
  readonly name: string;
  readonly place: number | null;
  readonly upper?: string;
}

const key = { pk: 'L#a', sk: 'LETTER' };
const readLetter = itemReader<Letter>({ name: 'S', place: ['N', 'NULL'] });

const ofSize = (bytes: number) => () => encodeItem(key, { v: 1, text: 'x'.repeat(bytes) });

describe('encodeItem', () => {
  it('is read back without its keys', () => {
    const letter: Letter = { v: 1, name: 'a', place: 1, upper: 'A' };
    const item = encodeItem({ ...key, gpk: 'LETTERS', gsk: 'a' }, letter);
    expect(item).toMatchObject({ pk: { S: 'L#a' }, gpk: { S: 'LETTERS' }, name: { S: 'a' } });
    expect(readLetter(item)).toEqual(letter);
  });

  it('takes 400 KB and refuses a byte more', () => {
    const rest = 'pkL#askLETTERv'.length + 21 + 'text'.length;
    expect(ofSize(400 * 1024 - rest)).not.toThrow();
    expect(ofSize(400 * 1024 - rest + 1)).toThrow(expect.objectContaining({ code: 'records.item-too-large' }));
  });
});

describe('itemReader', () => {
  const keys = { pk: { S: 'L#a' }, sk: { S: 'LETTER' } };

  it.each([
    ['without a version', { name: { S: 'a' }, place: { N: '1' } }, 'L#a LETTER.v'],
    ['with a version that is no number', { v: { N: 'x' }, name: { S: 'a' }, place: { N: '1' } }, 'L#a LETTER.v'],
    ['without a field', { v: { N: '1' }, name: { S: 'a' } }, 'L#a LETTER.place'],
    ['with a field of another type', { v: { N: '1' }, name: { N: '1' }, place: { N: '1' } }, 'L#a LETTER.name'],
    [
      'with a field that is a set',
      { v: { N: '1' }, name: { S: 'a' }, place: { N: '1' }, upper: { SS: ['A'] } },
      'upper',
    ],
  ])('refuses an item %s and says where', (_what, attributes, where) => {
    expect(() => readLetter({ ...keys, ...attributes })).toThrow(
      expect.objectContaining({ code: 'records.malformed-item', message: expect.stringContaining(where) }),
    );
  });

  it('takes each type that a field may have', () => {
    expect(readLetter({ ...keys, v: { N: '1' }, name: { S: 'a' }, place: { NULL: true } }).place).toBeNull();
  });

  it('refuses what a newer version wrote', () => {
    expect(() => readLetter({ ...keys, v: { N: '2' } })).toThrow(
      expect.objectContaining({ code: 'records.newer-schema' }),
    );
  });
});

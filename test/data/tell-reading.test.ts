import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/data/source-file.ts';
import { tellReading } from '../../src/data/tell-reading.ts';
import { collect } from '../collect.ts';

const chunks = [Buffer.from('abc'), Buffer.from('de'), Buffer.from('f')];
const file: SourceFile = {
  name: 'letters',
  uri: 'file:///letters',
  sha256: 'a'.repeat(64),
  sizeBytes: 6,
  async *read() {
    yield* chunks;
  },
  readRange: async (start, end) => Buffer.concat(chunks).subarray(start, end),
};

describe('tellReading', () => {
  it('tells at every chunk how many bytes were read of how many, and changes none', async () => {
    const told: number[][] = [];
    const bytes = await collect(tellReading(file, (done, total) => told.push([done, total])).read());
    expect(bytes).toEqual(chunks);
    expect(told).toEqual([
      [3, 6],
      [5, 6],
      [6, 6],
    ]);
  });

  it('leaves all else of the file as it is', async () => {
    const told = tellReading(file, () => undefined);
    expect({ ...told, read: file.read }).toEqual(file);
    expect(Buffer.from(await told.readRange(1, 3)).toString()).toBe('bc');
  });
});

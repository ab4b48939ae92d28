import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readData } from '../../../src/cli/predict/read-data.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('readData', () => {
  it('holds only the start of a file that no endpoint takes', async () => {
    const { body } = await readData(await file('rows.csv', Buffer.alloc(20_000_000, 'x')));
    expect(body.length).toBeGreaterThan(16_000_000);
    expect(body.length).toBeLessThan(20_000_000);
  });

  it.each(['{"inputs":[]}', ' [1]'])('takes JSON as it stands: %s', async (body) => {
    await expect(readData(body)).resolves.toEqual({ body, contentType: 'application/json' });
  });

  it.each([
    ['rows.json', 'application/json'],
    ['rows.csv', 'text/csv'],
    ['ROWS.CSV', 'text/csv'],
    ['rows', 'application/json'],
  ])('sends the file %s as %s', async (name, contentType) => {
    await expect(readData(await file(name, 'São'))).resolves.toEqual({ body: 'São', contentType });
  });

  it('refuses a file that is not there, a folder, and bytes that are no text', async () => {
    await expect(readData(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'data.file-missing' });
    await expect(readData(folder)).rejects.toMatchObject({ code: 'data.file-is-directory' });
    await expect(readData('/dev/zero')).rejects.toMatchObject({ code: 'data.file-not-regular' });
    await expect(readData(await file('latin1.csv', Uint8Array.of(0x61, 0xe3)))).rejects.toMatchObject({
      code: 'predict.bad-body',
    });
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostName } from '../../../src/stacks/local/host-name.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('hostName', () => {
  it('is the same for every process of a host', () => {
    expect(hostName()).toBe(hostName());
    expect(hostName(folder)).toBe(hostName(folder));
    expect(hostName(folder).startsWith(`${hostname()}#`)).toBe(true);
  });

  it('tells hosts of one name apart', () => {
    expect(hostName(folder)).not.toBe(hostName());
  });

  it('is that of no other process where no mark can be kept', async () => {
    await writeFile(join(folder, 'file'), '');

    expect(hostName(join(folder, 'file'))).not.toBe(hostName(join(folder, 'file')));
  });
});

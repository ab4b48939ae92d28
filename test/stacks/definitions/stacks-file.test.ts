import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUILT_IN_STACKS } from '../../../src/stacks/definitions/built-in-stacks.ts';
import { NO_STACKS, registerStack } from '../../../src/stacks/definitions/stacks-document.ts';
import { changeStacks, readStacks } from '../../../src/stacks/definitions/stacks-file.ts';
import { openStack } from '../../../src/stacks/open-stack.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(home, { recursive: true }));

const definition = { ...BUILT_IN_STACKS['aws']!, region: 'eu-west-1' };
const register = (name: string) => changeStacks(home, (document) => registerStack(document, { name, definition }));
const write = (text: string) => writeFile(join(home, 'stacks.json'), text);
const valid = { v: 1, active: 'local', stacks: {} };

describe('the file of registered stacks', () => {
  it('is not needed, and not made by reading', async () => {
    expect(await readStacks(join(home, 'nowhere'))).toEqual(NO_STACKS);
    expect(await readdir(home)).toEqual([]);
  });

  it('comes back as it was changed, and leaves nothing beside it', async () => {
    await register('team');
    await register('other');

    expect(await readStacks(home)).toEqual({ v: 1, active: 'local', stacks: { team: definition, other: definition } });
    expect(await readdir(home)).toEqual(['stacks.json']);
  });

  it('keeps each of many changes at the same time', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `team-${index}`);

    await Promise.all(names.map(register));

    expect(Object.keys((await readStacks(home)).stacks).toSorted()).toEqual(names);
    expect(await readdir(home)).toEqual(['stacks.json']);
  });

  it('is not changed while another changes it, and says whose file is in the way', async () => {
    const lock = join(home, 'stacks.json.lock');
    await writeFile(lock, '');

    await expect(changeStacks(home, (document) => document, 0)).rejects.toMatchObject({
      code: 'stack.file-busy',
      facts: { seen: lock },
    });

    expect(await readdir(home)).toEqual(['stacks.json.lock']);
  });

  it('stays as it was when a change is refused', async () => {
    await register('team');
    const before = await readFile(join(home, 'stacks.json'), 'utf8');

    await expect(register('team')).rejects.toMatchObject({ code: 'stack.name-taken' });

    expect(await readFile(join(home, 'stacks.json'), 'utf8')).toBe(before);
  });

  it.each([
    ['', 'JSON'],
    ['{"v": 1, "act', 'JSON'],
    ['[]', 'stacks.json: v'],
    ['7', 'the whole'],
    [JSON.stringify({ ...valid, active: 'gone' }), "no stack 'gone'"],
    [JSON.stringify({ ...valid, stacks: { a: { ...definition, artifactStore: 'files' } } }), 'stacks.a'],
    [JSON.stringify({ ...valid, stacks: { a: { ...definition, password: 'x' } } }), 'stacks.a.password'],
  ])('is refused when damaged, with a way out: %s', async (text, seen) => {
    await write(text);

    await expect(readStacks(home)).rejects.toMatchObject({
      code: 'stack.file-damaged',
      facts: { seen: expect.stringContaining(seen), mend: expect.stringContaining('--stack local') },
    });
  });

  it('leaves the built-in stacks usable when it is damaged', async () => {
    await write('{');

    const stack = await openStack('local', { home, root: home });
    await stack.close();

    expect(stack.name).toBe('local');
    await expect(openStack(undefined, { home, root: home })).rejects.toMatchObject({ code: 'stack.file-damaged' });
  });

  it('is refused when a newer Sluice wrote it', async () => {
    await write(JSON.stringify({ v: 2, stacks: [] }));
    await expect(readStacks(home)).rejects.toMatchObject({ code: 'stack.file-newer', facts: { allowed: 'up to 1' } });
  });

  it('is told of when it cannot be read or made', async () => {
    await mkdir(join(home, 'loop'));
    await writeFile(join(home, 'file'), '');
    await symlink('stacks.json', join(home, 'loop/stacks.json'));

    await expect(readStacks(join(home, 'loop'))).rejects.toMatchObject({ code: 'stack.file-unreadable' });
    await expect(changeStacks(join(home, 'file/home'), (document) => document)).rejects.toMatchObject({
      code: 'home.unwritable',
    });
  });
});

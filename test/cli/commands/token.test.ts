import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { verifyToken } from '../../../src/tracking/tokens/verify-token.ts';
import { fakeContext } from '../fake-context.ts';

const DAY_MS = 86_400_000;
const TOKEN = /^sluice_([0-9a-f]{12})_[0-9a-f]{64}\n$/;

let folder: string;
let context: ReturnType<typeof fakeContext>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  context = fakeContext(folder);
});
afterEach(() => rm(folder, { recursive: true }));

/** What a command prints; `told` has what it said beside it. */
async function sluice(line: string): Promise<string> {
  context.outputs.length = 0;
  context.errors.length = 0;
  expect([line, await runCommandLine(line.split(' '), context)]).toEqual([line, 0]);
  return context.outputs.join('');
}
const told = () => context.errors.join('');
const idIn = (output: string) => TOKEN.exec(output)![1]!;

async function refusal(line: string): Promise<[number, string]> {
  context.errors.length = 0;
  const exitCode = await runCommandLine(line.split(' '), context);
  return [exitCode, /\[([a-z-]+\.[a-z-]+)\]/.exec(told())?.[1] ?? told()];
}

async function opens(text: string): Promise<boolean> {
  const { records, close } = await context.openStack('local');
  const token = await verifyToken(records.tokens, text.trim(), Date.now());
  await close();
  return token !== undefined;
}

describe('sluice token create', () => {
  it('prints the token alone, and beside it what it is', async () => {
    const text = await sluice('token create web-shop --scope predict');

    expect(text).toMatch(TOKEN);
    await expect(opens(text)).resolves.toBe(true);
    expect(told()).toMatch(/of web-shop, for predict; it never expires\n.*sluice serve --tokens.*\n.*not shown again/);
    expect(told()).not.toContain(text.trim());
  });

  it('prints one document with --json', async () => {
    const beforeMs = Date.now();
    const { token, expires, ...facts } = JSON.parse(
      await sluice('token create ci --scope read,predict --days 90 --json'),
    );

    expect(`${token}\n`).toMatch(TOKEN);
    expect(Date.parse(expires) - beforeMs).toBeGreaterThanOrEqual(90 * DAY_MS);
    expect(facts).toMatchObject({ name: 'ci', scopes: ['read', 'predict'], state: 'active', revoked: null });
    expect(facts.createdBy).toMatch(/^user:./);
  });

  it('leaves no secret in the home', async () => {
    const secret = (await sluice('token create ci --scope admin')).trim().slice(-64);
    for (const file of await readdir(context.home, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain(secret);
    }
  });

  it.each([
    ['token create ci', 'cli.usage'],
    ['token create ci --scope', 'cli.usage'],
    ['token create ci --scope predictt', 'cli.bad-scope'],
    ['token create ci --scope predict,', 'cli.bad-scope'],
    ['token create ci --scope predict --days 0', 'cli.bad-number'],
    ['token create ci --scope predict --days 1.5', 'cli.bad-number'],
    ['token create -- -ci --scope predict', 'cli.usage'],
    ['token create ci! --scope predict', 'token.bad-name'],
    ['token rotate 0123456789ab --overlap soon', 'cli.bad-duration'],
    ['token rotate 0123456789ab', 'token.unknown'],
    ['token revoke 0123456789ab', 'token.unknown'],
    ['token revoked', 'cli.unknown-command'],
  ])('ends with 2: %s', async (line, code) => {
    await expect(refusal(line)).resolves.toEqual([2, code]);
  });

  it('says which scope was meant', async () => {
    await refusal('token create ci --scope predikt');
    expect(told()).toContain('did you mean predict?');
  });
});

describe('sluice token list', () => {
  it('says that there are none', async () => {
    expect(await sluice('token list')).toBe('no tokens yet\n');
  });

  it('has the tokens that work, newest first, and with --all the others', async () => {
    const first = idIn(await sluice('token create first --scope predict'));
    const second = idIn(await sluice('token create second --scope read,predict'));
    await sluice(`token revoke ${first}`);

    expect(await sluice('token list')).toMatch(
      new RegExp(`^id .*\n${second}  second  read,predict  active .* never .*user:.*\n$`),
    );
    const { tokens } = JSON.parse(await sluice('token list --all --json'));
    expect(tokens.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      [second, 'active'],
      [first, 'revoked'],
    ]);
  });

  it('shows neither secrets nor what is made of them', async () => {
    const secret = (await sluice('token create ci --scope predict')).trim().slice(-64);
    const shown = (await sluice('token list --json')) + (await sluice('token list'));
    expect(shown).not.toContain(secret);
    expect(shown).not.toMatch(/sha256|[0-9a-f]{64}/i);
  });

  it('says that none works any more', async () => {
    await sluice(`token revoke ${idIn(await sluice('token create ci --scope predict'))}`);
    expect(await sluice('token list')).toContain('--all');
  });
});

describe('sluice token rotate', () => {
  it('prints another secret for the same token, and ends the one before', async () => {
    const before = await sluice('token create ci --scope predict');
    const after = await sluice(`token rotate ${idIn(before)}`);

    expect(idIn(after)).toBe(idIn(before));
    await expect(opens(before)).resolves.toBe(false);
    await expect(opens(after)).resolves.toBe(true);
  });

  it('lets the one before work on when it is told how long', async () => {
    const before = await sluice('token create ci --scope predict');
    const after = await sluice(`token rotate ${idIn(before)} --overlap 1h --days 30`);

    expect(told()).toMatch(/it expires \d{4}-.* UTC\nthe secret before works until \d{4}-.* UTC\n/);
    await expect(opens(before)).resolves.toBe(true);
    await expect(opens(after)).resolves.toBe(true);
  });

  it('refuses what was revoked', async () => {
    const id = idIn(await sluice('token create ci --scope predict'));
    await sluice(`token revoke ${id}`);
    await expect(refusal(`token rotate ${id}`)).resolves.toEqual([2, 'token.revoked']);
  });
});

describe('sluice token revoke', () => {
  it('ends a token, told by its id or as somebody found it', async () => {
    for (const worded of [(text: string) => idIn(text), (text: string) => text.trim()]) {
      const text = await sluice('token create ci --scope predict');
      expect(await sluice(`token revoke ${worded(text)}`)).toBe(`token ${idIn(text)} of ci is revoked\n`);
      await expect(opens(text)).resolves.toBe(false);
    }
  });

  it('repeats nothing of a token that it does not know', async () => {
    const found = `sluice_0123456789ab_${'c'.repeat(64)}`;
    await expect(refusal(`token revoke ${found} --json`)).resolves.toEqual([2, 'token.unknown']);
    expect(told() + context.outputs.join('')).not.toContain('cccc');
  });

  it('prints what stands with --json', async () => {
    const id = idIn(await sluice('token create ci --scope predict'));
    expect(JSON.parse(await sluice(`token revoke ${id} --json`))).toMatchObject({
      id,
      state: 'revoked',
      revoked: expect.any(String),
    });
  });
});

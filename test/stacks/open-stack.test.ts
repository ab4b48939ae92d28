import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStack } from '../../src/stacks/open-stack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (name: string, environment = {}) =>
  openStack(name, { home: join(folder, 'home'), root: folder }, environment);

describe('openStack', () => {
  it('opens the local stack in the home that is given', async () => {
    const stack = await open('local');
    expect(stack.name).toBe('local');
    expect(stack.artifacts.uri('runs/a')).toContain('/home/');
    await stack.close();
  });

  it('looks for localstack at the emulator on this machine, never in an account', async () => {
    const asked: unknown[] = [];
    const mock = mockClient(CloudFormationClient);
    mock.on(DescribeStacksCommand).callsFake(async (_input, client: () => CloudFormationClient) => {
      asked.push((await client().config.endpoint!()).port, (await client().config.credentials()).accessKeyId);
      throw new Error('asked');
    });

    await expect(open('localstack')).rejects.toThrow('asked');
    await expect(open('localstack', { AWS_ENDPOINT_URL: 'http://127.0.0.1:4570' })).rejects.toThrow('asked');
    await expect(open('localstack', { AWS_ENDPOINT_URL: 'https://amazonaws.com' })).rejects.toMatchObject({
      code: 'localstack.not-an-emulator',
    });

    expect(asked).toEqual([4566, 'test', 4570, 'test']);
    mock.restore();
  });

  it.each([
    ['lcoal', 'local'],
    ['AWS', 'aws'],
    ['local-stack', 'localstack'],
  ])('guesses what %s meant', async (name, meant) => {
    await expect(open(name)).rejects.toMatchObject({
      code: 'stack.unknown',
      facts: { seen: name, allowed: 'local, localstack, aws', mend: `did you mean ${meant}?` },
    });
  });

  it.each(['kubernetes', '', 'constructor', '__proto__'])('guesses nothing for “%s”', async (name) => {
    await expect(open(name)).rejects.toMatchObject({
      code: 'stack.unknown',
      facts: { mend: expect.stringContaining('sluice stack register') },
    });
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployedSchedule } from '../../../src/cli/plan/deployed-schedule.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (context: object) => writeFile(join(folder, 'cdk.json'), JSON.stringify({ app: 'node app.ts', context }));

describe('deployedSchedule', () => {
  it('is what cdk.json says of the pipeline', async () => {
    await write({ 'sluice:schedules': { orders: { expression: 'rate(1 day)' } } });
    expect(await deployedSchedule(folder, 'orders')).toBe('rate(1 day)');
    expect(await deployedSchedule(folder, 'others')).toBeUndefined();
  });

  it('is none while it is off', async () => {
    await write({ 'sluice:schedules': { orders: { expression: 'rate(1 day)', enabled: false } } });
    expect(await deployedSchedule(folder, 'orders')).toBeUndefined();
  });

  it('is none where there is no cdk.json, or no schedule in it', async () => {
    expect(await deployedSchedule(folder, 'orders')).toBeUndefined();
    await write({});
    expect(await deployedSchedule(folder, 'orders')).toBeUndefined();
  });

  it('refuses schedules that no deployment could read', async () => {
    await write({ 'sluice:schedules': { orders: 3 } });
    await expect(deployedSchedule(folder, 'orders')).rejects.toMatchObject({ code: 'deployment.bad-schedule' });
  });

  it('says so when cdk.json is no JSON', async () => {
    await writeFile(join(folder, 'cdk.json'), '{');
    await expect(deployedSchedule(folder, 'orders')).rejects.toMatchObject({ code: 'deployment.bad-context' });
  });
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSluice } from '../../cdk/add-sluice.ts';

const project = { root: join(import.meta.dirname, '../..'), pipelines: 'test/process/project/pipelines' };

describe('addSluice', () => {
  let outdir: string;
  beforeEach(async () => {
    outdir = await mkdtemp(join(tmpdir(), 'sluice-'));
  });
  afterEach(() => rm(outdir, { recursive: true }));

  it('adds the service and a stack a pipeline to an app, under the names that commands look for', async () => {
    const app = new App({ outdir });
    const { service, pipelines } = await addSluice(app, project);

    expect(service.stackName).toBe('sluice');
    expect(pipelines.get('held')!.stackName).toBe('sluice-held');
    expect(app.node.children).toEqual(expect.arrayContaining([service, ...pipelines.values()]));
    expect(await readdir(join(outdir, 'functions/held'))).toEqual(expect.arrayContaining(['begin', 'start']));
  }, 60_000); // the first synthesis of a process takes seconds on a busy machine

  it('names the stacks of a service of another name by that', async () => {
    const { service, pipelines } = await addSluice(new App({ outdir }), { ...project, service: 'sluice-dev' });

    expect(service.stackName).toBe('sluice-dev');
    expect(pipelines.get('held')!.stackName).toBe('sluice-dev-held');
  }, 60_000);

  it('refuses a schedule of no pipeline, and bundles nothing', async () => {
    const schedules = { heldd: { expression: 'rate(1 day)', parameters: {} } };
    const adding = addSluice(new App({ outdir }), { ...project, schedules });
    await expect(adding).rejects.toMatchObject({ code: 'deployment.bad-schedule' });
    expect(await readdir(outdir)).toEqual([]);
  });
});

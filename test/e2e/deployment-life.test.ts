import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { identify } from '../../localstack/identify.ts';
import type { RunReport } from '../../src/cli/report/run-report.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import { command } from './place/command.ts';
import { bootstrap, deploy, destroy, emulatedPlace } from './place/deploy.ts';
import { openStack } from './place/open-stack.ts';
import { registerStack } from './place/register-stack.ts';
import { present, resourcesOf } from './place/resources.ts';

const DEPLOY_TIMEOUT_MS = 300_000;
const place = emulatedPlace('eu-central-1'); // nobody else's
/** The functions of the LocalStack that needs no Docker hang after a process that ended. */
const endsWithProcess = (await identify(place.endpoint))?.name !== 'LocalStack';
const project = join(import.meta.dirname, 'project');
const deployed = (version: 'before' | 'after') => ({ pipelines: `test/e2e/project/${version}/pipelines` });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  await registerStack(folder, 'deployed', place);
  await bootstrap(place);
  await deploy(place, deployed('before'));
}, DEPLOY_TIMEOUT_MS);
afterAll(() => rm(folder, { recursive: true }));

/** What a command prints as JSON, called in the project as it was deployed before. */
async function sluice(...words: string[]): Promise<RunReport> {
  const caller = { cwd: join(project, 'before'), environment: { SLUICE_HOME: folder } };
  return JSON.parse((await command(caller, ...words, '--stack', 'deployed', '--json')).stdout) as RunReport;
}

/** A run whose middle step waits for `goOn`. */
async function startHeld(): Promise<{ readonly id: string; readonly goOn: () => Promise<void> }> {
  const path = join(await mkdtemp(join(folder, 'held-')), 'go-on');
  const { run } = await sluice('run', 'versioned', '--detach', '--no-cache', '--param', `path=${path}`);
  await vi.waitUntil(() => exists(`${path}.waiting`), { timeout: 60_000, interval: 100 });
  return { id: run.id, goOn: () => writeFile(path, '') };
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Looks at what is deployed. */
async function looking<T>(look: (stack: Stack) => Promise<T>): Promise<T> {
  const stack = await openStack(place, folder);
  return look(stack).finally(() => stack.close());
}

/** What a step of a run said. */
const saidBy = (id: string, step: string) =>
  looking(async ({ records, artifacts }) => {
    const record = await records.steps.get(id, step);
    const bytes = await artifacts.read(record!.outputs!.artifacts['said']!.key);
    return JSON.parse(Buffer.from(bytes!).toString()) as string;
  });

describe('a run on the emulator', () => {
  it('that is stopped says so, and goes on where it was when it is resumed', async () => {
    const { id, goOn } = await startHeld();

    await sluice('stop', id);
    const stopped = await sluice('show', id);
    await goOn();
    const resumed = await sluice('run', '--resume', id);

    expect(stopped).toMatchObject({ run: { status: 'stopped' }, error: { code: 'run.stopped' } });
    expect(resumed.run.status).toBe('completed');
    expect(resumed.steps).toMatchObject([
      { name: 'make', status: 'cached' },
      { name: 'hold', status: 'completed' },
      { name: 'tell' },
    ]);
  });

  it('whose artifact is deleted under it says which, and is mended by being resumed', async () => {
    const { id, goOn } = await startHeld();
    const key = await looking(async ({ records, artifacts }) => {
      const { numbers } = (await records.steps.get(id, 'make'))!.outputs!.artifacts;
      await artifacts.remove(numbers!.key);
      return numbers!.key;
    });

    await goOn();
    const failed = await sluice('show', id, '--follow');
    const resumed = await sluice('run', '--resume', id);

    expect(failed).toMatchObject({ run: { status: 'failed' }, error: { code: 'artifact.missing' } });
    expect(failed.error!.seen).toContain(key);
    expect(resumed.run.status).toBe('completed');
    expect(resumed.steps[0]).toMatchObject({ name: 'make', status: 'completed' }); // not reused: it has to be there again
  });

  // An emulator does not hold functions to their memory: this is how Lambda ends one that takes too much.
  it.runIf(endsWithProcess).each([
    ['is-killed', /^step\.(out-of-memory|exited)$/],
    ['exits', /^step\.exited$/],
    ['never-yields', /^step\.timed-out$/],
  ])('whose step %s ends, and its record and the step say of what', async (how, code) => {
    const { run, error } = await sluice('run', 'crashing', '--param', `how=${how}`);

    expect(run.status).toBe('failed');
    expect(error).toMatchObject({ code: expect.stringMatching(code), seen: expect.stringMatching(/^crash: /) });
    expect(await looking(({ records }) => records.steps.list(run.id))).toMatchObject([
      { key: 'crash', status: 'failed', error },
    ]);
  });
});

describe('a deployment on the emulator', () => {
  it(
    'leaves runs under way on the versions that they began with',
    async () => {
      const { id, goOn } = await startHeld();

      await deploy(place, deployed('after'));
      await goOn();
      const { run, steps } = await sluice('show', id, '--follow');
      const caller = { cwd: join(project, 'after'), environment: { SLUICE_HOME: folder } };
      const words = ['run', 'versioned', '--no-cache', '--param', `path=${folder}`, '--stack', 'deployed', '--json'];
      const next = JSON.parse((await command(caller, ...words)).stdout) as RunReport;

      expect([run.status, steps.length]).toEqual(['completed', 3]);
      expect(await saidBy(id, 'tell')).toBe('before: 1,2,3');
      expect(await saidBy(next.run.id, 'tell-2')).toBe('after: 1,2,3');
    },
    DEPLOY_TIMEOUT_MS,
  );

  it(
    'is destroyed without leaving anything',
    async () => {
      const names = ['sluice', 'sluice-versioned', 'sluice-crashing'];
      const resources = (await Promise.all(names.map((name) => resourcesOf(place, name)))).flat();
      const types = (await present(place, resources)).map(({ type }) => type);
      expect(types).toEqual(
        expect.arrayContaining(['AWS::DynamoDB::Table', 'AWS::Lambda::Function', 'AWS::S3::Bucket']),
      );

      await emptyBucket();
      await destroy(place, deployed('before'));

      expect(await present(place, resources)).toEqual([]);
    },
    DEPLOY_TIMEOUT_MS,
  );
});

/** AWS deletes no bucket that is not empty, as the README says. */
async function emptyBucket(): Promise<void> {
  await looking(async ({ artifacts }) => {
    for await (const { key } of artifacts.list('')) await artifacts.remove(key);
  });
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

async function workflow(name: string): Promise<Workflow> {
  return parse(await readFile(join(root, 'docs/github', name), 'utf8')) as Workflow;
}

describe.each(['pull-request.yml', 'deploy.yml'])('the workflow %s', (name) => {
  it('takes actions by commit, and may only read unless a job says otherwise', async () => {
    const { permissions, jobs } = await workflow(name);

    const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses = [] }) => uses));
    expect(actions.length).toBeGreaterThan(1);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('runs neither tests nor scripts of packages where a token for AWS can be had', async () => {
    const { jobs } = await workflow(name);

    const withToken = Object.values(jobs).filter(({ permissions }) => permissions?.['id-token'] === 'write');
    const scripts = withToken.flatMap(({ steps }) => steps.flatMap(({ run: script = [] }) => script));
    expect(scripts).toEqual(['npm ci --ignore-scripts', expect.stringMatching(/^npx cdk /)]);
  });
});

describe('the deployment of a push', () => {
  it('waits for the tests', async () => {
    const { test, deploy } = (await workflow('deploy.yml')).jobs;

    expect(test!.steps.map(({ run: script }) => script)).toContain('npm test');
    expect(deploy!.needs).toBe('test');
  });
});

describe('the comparison of a pull request', () => {
  let workspace: string;
  beforeEach(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'sluice-'));
    for (const checkout of ['base', 'head']) await symlink(root, join(workspace, checkout));
  });
  afterEach(() => rm(workspace, { recursive: true }));

  /** Runs a step as the runner does, with this Node. */
  async function perform({ env = {} }: Job, step: Step): Promise<void> {
    const given = Object.entries(env).map(([name, value]) => [
      name,
      value.replace('${{ github.workspace }}', workspace),
    ]);
    const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
    const runner = { GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: join(workspace, 'summary.md') };
    await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!], {
      cwd: join(workspace, step['working-directory'] ?? '.'),
      env: { ...process.env, ...Object.fromEntries(given), ...runner, PATH: path },
    });
  }

  it('holds the run of the change against that of its base', async () => {
    const { compare } = (await workflow('pull-request.yml')).jobs;
    const scripts = compare!.steps.filter(({ run: script }) => script && !/^(npm ci|gh )/.test(script));

    for (const step of scripts) await perform(compare!, step);

    expect(scripts).toHaveLength(4);
    expect(await readFile(join(workspace, 'summary.md'), 'utf8')).toMatch(/\| *mse/);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Makes this Node say that it is an older one. */
const PRETEND = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.0'}})";

function onOldNode(words: readonly string[], environment: Record<string, string>) {
  return spawnSync(process.execPath, ['--import', PRETEND, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}

describe('bin on an old Node', () => {
  const version = ['src/cli/bin.mjs', '--version'];

  it('goes on with the pinned Node of node_modules', () => {
    const { status, stdout } = onOldNode(version, {});
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  });

  it('says how to mend it where even that one is too old', () => {
    const { status, stderr } = onOldNode(version, { SLUICE_PINNED: '1' });
    expect(stderr).toContain('[cli.node-too-old]');
    expect(stderr).toContain('npm ci');
    expect(status).toBe(1);
  });
});

describe('the CDK app on an old Node', () => {
  let assembly: string;
  beforeEach(async () => {
    assembly = await mkdtemp(join(tmpdir(), 'sluice-'));
  });
  afterEach(() => rm(assembly, { recursive: true }));

  it('is run by the pinned one, and says what is missing', () => {
    const context = JSON.stringify({ 'sluice:pipelines': 'docs' });
    const { status, stderr } = onOldNode(['cdk/run.mjs'], { CDK_OUTDIR: assembly, CDK_CONTEXT_JSON: context });
    expect(stderr).toContain('[pipeline.none]');
    expect(status).toBe(1);
  });
});

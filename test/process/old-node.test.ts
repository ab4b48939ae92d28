import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Makes this Node say that it is an older one. */
const PRETEND = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.0'}})";

function sluice(environment: Record<string, string>) {
  return spawnSync(process.execPath, ['--import', PRETEND, 'src/cli/bin.mjs', '--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}

describe('bin on an old Node', () => {
  it('goes on with the pinned Node of node_modules', () => {
    const { status, stdout } = sluice({});
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  });

  it('says how to mend it where even that one is too old', () => {
    const { status, stderr } = sluice({ SLUICE_PINNED: '1' });
    expect(stderr).toContain('[cli.node-too-old]');
    expect(stderr).toContain('npm ci');
    expect(status).toBe(1);
  });
});

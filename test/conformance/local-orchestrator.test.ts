import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStack } from '../../src/stacks/open-stack.ts';
import { orchestratorSuite } from './orchestrator.ts';

const root = join(import.meta.dirname, 'orchestrator');

orchestratorSuite('in process', async () => {
  const home = await mkdtemp(join(tmpdir(), 'sluice-'));
  const stack = await openStack('local', { home, root });
  const close = async () => {
    await stack.close();
    await rm(home, { recursive: true });
  };
  return { stack, close };
});

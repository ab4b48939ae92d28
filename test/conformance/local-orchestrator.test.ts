import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalStack } from '../../src/stacks/local/open-local-stack.ts';
import { orchestratorSuite } from './orchestrator.ts';

orchestratorSuite('in process', async () => {
  const home = await mkdtemp(join(tmpdir(), 'sluice-'));
  const stack = await openLocalStack({ home, root: home });
  const close = async () => {
    await stack.close();
    await rm(home, { recursive: true });
  };
  return { stack, close };
});

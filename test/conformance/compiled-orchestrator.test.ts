import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStack } from '../../src/stacks/open-stack.ts';
import { interpretedOrchestrator } from './interpreted/interpreted-orchestrator.ts';
import { orchestratorSuite } from './orchestrator.ts';

const root = join(import.meta.dirname, 'orchestrator');

orchestratorSuite(
  'the compiled state machine, interpreted',
  async () => {
    const home = await mkdtemp(join(tmpdir(), 'sluice-'));
    const stack = await openStack('local', { home, root });
    const close = async () => {
      await stack.close();
      await rm(home, { recursive: true });
    };
    return {
      stack: { ...stack, orchestrator: { ...stack.orchestrator, ...interpretedOrchestrator(stack, root) } },
      close,
    };
  },
  { limitsRuns: false, stopsRuns: false },
);

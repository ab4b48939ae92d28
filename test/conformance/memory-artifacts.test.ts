import { memoryArtifacts } from '../../src/stacks/local/memory-artifacts.ts';
import { artifactStoreSuite } from './artifact-store.ts';

artifactStoreSuite('memory', async () => {
  const store = memoryArtifacts(Date.now);
  return { store, second: store, close: async () => undefined };
});

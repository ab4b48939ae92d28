import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileArtifacts } from '../../src/stacks/local/file-artifacts.ts';
import { artifactStoreSuite } from './artifact-store.ts';

artifactStoreSuite('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  const root = join(folder, 'artifacts');
  return {
    store: openFileArtifacts(root),
    second: openFileArtifacts(root),
    close: () => rm(folder, { recursive: true }),
  };
});

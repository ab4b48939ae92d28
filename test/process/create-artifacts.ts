import { createHash, randomBytes } from 'node:crypto';
import { openFileArtifacts } from '../../src/stacks/local/file-artifacts.ts';

/** Creates artifacts of this size, named by their hash, until it is killed; writes a line for each. */
const [root, sizeBytes] = process.argv.slice(2);
const store = openFileArtifacts(root!);
for (;;) {
  const bytes = randomBytes(Number(sizeBytes));
  await store.create(`artifacts/${createHash('sha256').update(bytes).digest('hex')}`, bytes);
  console.log('created');
}

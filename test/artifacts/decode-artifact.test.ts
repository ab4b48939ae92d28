import { describe, expect, it } from 'vitest';
import type { ArtifactReference } from '../../src/artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../../src/artifacts/artifact-store.ts';
import { decodeArtifact } from '../../src/artifacts/decode-artifact.ts';

const reference: ArtifactReference = { type: 'json', key: 'artifacts/a', sha256: 'ff', sizeBytes: 7 };

function decode(content: string | undefined, type: ArtifactReference['type'] = 'json'): Promise<unknown> {
  const store: Pick<ArtifactStore, 'read' | 'uri'> = {
    read: async () => (content === undefined ? undefined : Buffer.from(content)),
    uri: (key) => `file:///${key}`,
  };
  return decodeArtifact(store, { ...reference, type });
}

describe('decodeArtifact', () => {
  it.each(['json', 'list', 'metrics', 'verdict'] as const)('reads an artifact of type %s', async (type) => {
    await expect(decode('{"a":1}', type)).resolves.toEqual({ a: 1 });
  });

  it('reads Markdown as its text', async () => {
    await expect(decode('# Card é', 'markdown')).resolves.toBe('# Card é');
  });

  it('says that there is none', async () => {
    await expect(decode(undefined)).rejects.toMatchObject({ code: 'artifact.missing' });
  });

  it.each(['', '{"a":', '\u0000\u0001'])('says where one is that was changed to %j', async (content) => {
    await expect(decode(content)).rejects.toMatchObject({
      code: 'artifact.damaged',
      facts: { seen: expect.stringContaining('file:///artifacts/a') },
    });
  });
});

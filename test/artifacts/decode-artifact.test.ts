import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ArtifactReference } from '../../src/artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../../src/artifacts/artifact-store.ts';
import { decodeArtifact } from '../../src/artifacts/decode-artifact.ts';

/** An artifact that was written as one text and now has another. */
function decode(
  content: string | undefined,
  type: ArtifactReference['type'] = 'json',
  written = content ?? '',
): Promise<unknown> {
  const store: Pick<ArtifactStore, 'read' | 'uri'> = {
    read: async () => (content === undefined ? undefined : Buffer.from(content)),
    uri: (key) => `file:///${key}`,
  };
  return decodeArtifact(store, {
    type,
    key: 'artifacts/a',
    sha256: hash('sha256', written),
    sizeBytes: written.length,
  });
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

  it.each([
    ['', 'json'],
    ['{"a":', 'json'],
    ['{"a":2}', 'metrics'],
    ['# Car', 'markdown'],
    ['ARROW1', 'table'],
    ['{}', 'model'],
  ] as const)('says where one is that was changed to %j (%s)', async (content, type) => {
    await expect(decode(content, type, '{"a":1}')).rejects.toMatchObject({
      code: 'artifact.damaged',
      facts: {
        seen: expect.stringContaining('file:///artifacts/a'),
        mend: expect.stringContaining('remove that file'),
      },
    });
  });
});

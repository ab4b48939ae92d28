import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['src', 'lambdas', 'cdk', 'pipelines'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);
const security = readFileSync(join(root, 'docs/security.md'), 'utf8');

describe('docs/security.md', () => {
  it('is right that no code makes presigned URLs', () => {
    const presigning = sources.filter((file) =>
      /presign|getSignedUrl|signQuery/i.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(security).toContain('Sluice makes no presigned URL');
    expect(presigning).toEqual([]);
  });
});

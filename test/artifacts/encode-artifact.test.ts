import { describe, expect, it } from 'vitest';
import { encodeArtifact } from '../../src/artifacts/encode-artifact.ts';

describe('encodeArtifact', () => {
  it('keeps Markdown as the text it is', () => {
    expect(new TextDecoder().decode(encodeArtifact('markdown', '# Card é\n').bytes)).toBe('# Card é\n');
  });

  it('refuses what is no text as Markdown', () => {
    expect(() => encodeArtifact('markdown', { title: 'card' })).toThrow(
      expect.objectContaining({ code: 'artifact.not-json' }),
    );
  });
});

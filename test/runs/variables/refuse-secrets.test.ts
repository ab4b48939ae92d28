import { describe, expect, it } from 'vitest';
import { refuseSecrets } from '../../../src/runs/variables/refuse-secrets.ts';

const secrets = ['hunter22'];

describe('refuseSecrets', () => {
  it.each([
    ['scalar', 'hunter22'],
    ['json', { inside: ['at hunter22 depth'] }],
    ['list', [{ hunter22: 1 }]],
    ['markdown', '# hunter22'],
  ] as const)('refuses a secret in a %s', (type, value) => {
    expect(() => refuseSecrets({ out: type }, { out: value }, secrets)).toThrow(
      expect.objectContaining({ code: 'secret.in-output', facts: expect.objectContaining({ seen: 'output out' }) }),
    );
  });

  it('lets everything else through', () => {
    const returned = { rows: { price: 2 }, word: 'hunter', go: true };

    expect(() => refuseSecrets({ rows: 'json', word: 'scalar', go: 'scalar' }, returned, secrets)).not.toThrow();
  });
});

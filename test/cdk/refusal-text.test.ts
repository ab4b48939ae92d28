import { describe, expect, it } from 'vitest';
import { refusalText } from '../../cdk/refusal-text.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';

const refusal = (seen: string) =>
  new SluiceError({ code: 'pipeline.empty', message: 'declares no step', seen, mend: 'call a step' });

describe('refusalText', () => {
  it('tells all that a user can mend', () => {
    const text = refusalText(new AggregateError([refusal('orders'), refusal('prices')]));
    expect(text).toMatch(/orders[^]*prices/);
    expect(refusalText(refusal('orders'))).toContain('[pipeline.empty]');
  });

  it('leaves errors of another kind to be thrown, with all beside them', () => {
    expect(refusalText(new TypeError('a mistake'))).toBeUndefined();
    expect(refusalText(new AggregateError([refusal('orders'), new TypeError('a mistake')]))).toBeUndefined();
  });
});

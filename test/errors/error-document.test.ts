import { describe, expect, it } from 'vitest';
import { fromErrorDocument, toErrorDocument } from '../../src/errors/error-document.ts';
import { SluiceError, type ErrorFacts } from '../../src/errors/sluice-error.ts';

const facts: ErrorFacts = {
  code: 'test.wrong',
  message: 'wrong',
  seen: 'a "quoted" é',
  allowed: 'b',
  mend: 'turn it',
  retry: 'transient',
  details: { rows: [1, 2] },
};

describe('the document of an error', () => {
  it('is the error again when it comes back from JSON', () => {
    const document = JSON.parse(JSON.stringify(toErrorDocument(new SluiceError(facts))));
    const back = fromErrorDocument(document);

    expect(back).toMatchObject({ code: 'test.wrong', message: 'wrong', transient: true, facts });
    expect(toErrorDocument(back)).toEqual(document);
  });

  it('leaves the cause behind, which JSON may not hold', () => {
    expect(toErrorDocument(new SluiceError({ ...facts, cause: new Error('deep') }))).toEqual(facts);
  });

  it('keeps the name, message and stack of an error without a code', () => {
    const error = new RangeError('too far');

    expect(toErrorDocument(error)).toMatchObject({
      code: 'step.failed',
      message: 'RangeError: too far',
      stack: error.stack,
    });
  });

  it('tells what was thrown when that is no error', () => {
    const document = toErrorDocument('broken');

    expect(document).toMatchObject({ code: 'step.failed', message: 'broken' });
    expect(document).not.toHaveProperty('stack');
  });
});

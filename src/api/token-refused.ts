import { SluiceError } from '../errors/sluice-error.ts';

/** What is asked of a caller that did not say who it is (RFC 6750, section 3). */
export const CHALLENGE = 'Bearer realm="sluice"';

/** The refusal of a caller that brought no token, or one that does not work: it is not said which. */
export function tokenRefused(): SluiceError {
  return new SluiceError({
    code: 'api.token-refused',
    message: 'only bearers of a token that works are answered here',
    allowed: 'Authorization: Bearer sluice_…',
    mend: 'send a token that has neither expired nor been revoked; `sluice token create NAME --scope predict` makes one',
  });
}

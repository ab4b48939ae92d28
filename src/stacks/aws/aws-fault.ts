import { type ErrorFacts, SluiceError } from '../../errors/sluice-error.ts';
import { faultKind, type FaultKind } from './fault-kind.ts';

const MEANINGS: Readonly<Record<FaultKind, Omit<ErrorFacts, 'seen' | 'cause'>>> = {
  'no-credentials': {
    code: 'aws.no-credentials',
    message: 'there are no AWS credentials here',
    mend: 'sign in (`aws sso login`), or name a profile of yours in AWS_PROFILE',
  },
  'credentials-refused': {
    code: 'aws.credentials-refused',
    message: 'AWS does not take these credentials',
    mend: 'sign in again, for they may have expired; if that does not help, set the clock of this machine right',
  },
  denied: {
    code: 'aws.denied',
    message: 'AWS does not let this identity do that',
    mend: 'sign in with credentials of the account of the stack, or give the role the right that is named',
  },
  'no-region': {
    code: 'aws.no-region',
    message: 'there is no region of AWS to ask in',
    allowed: 'a region such as eu-central-1',
    mend: 'set AWS_REGION to where the system is deployed',
  },
  passing: {
    code: 'aws.unavailable',
    message: 'AWS cannot be reached or is too busy for the moment',
    mend: 'try again in a minute; if it stays, look at the network and AWS_REGION, or start the emulator that is meant',
    retry: 'transient',
  },
};

/**
 * Throws what a fault of any service of AWS means to a user, or the error itself when only a mistake in Sluice can
 * cause it; `asked` says what the service was asked. Throws `aws.no-credentials`, `aws.credentials-refused`,
 * `aws.denied`, `aws.no-region`, `aws.unavailable`.
 */
export function throwAwsFault(error: unknown, asked: string): never {
  if (!(error instanceof Error)) throw error;
  const kind = faultKind(error);
  if (kind === undefined) throw error;
  throw new SluiceError({ ...MEANINGS[kind], seen: `${saidBy(error)} (${asked})`, cause: error });
}

/** `fetch` says no more than that it failed; its cause says why. */
function saidBy({ name, message, cause }: Error): string {
  const said = name === 'Error' ? message : `${name}: ${message}`;
  return cause instanceof Error ? `${said}: ${cause.message}` : said;
}

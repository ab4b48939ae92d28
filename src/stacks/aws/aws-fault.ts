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
    mend: 'set AWS_REGION to where the system is deployed, or register a stack with its --region',
  },
  'bad-endpoint': {
    code: 'aws.bad-endpoint',
    message: 'the endpoint of AWS is no URL',
    allowed: 'a URL such as http://127.0.0.1:4566',
    mend: 'correct or unset AWS_ENDPOINT_URL (and AWS_ENDPOINT_URL_S3 and its like), or endpoint_url of the profile',
  },
  'bad-answer': {
    code: 'aws.bad-answer',
    message: 'what answers is not AWS',
    mend: 'correct or unset AWS_ENDPOINT_URL; if it is right, look which proxy stands between here and there',
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
 * `aws.denied`, `aws.no-region`, `aws.bad-endpoint`, `aws.bad-answer`, `aws.unavailable`.
 */
export function throwAwsFault(error: unknown, asked: string): never {
  if (!(error instanceof Error)) throw error;
  const kind = faultKind(error);
  if (kind === undefined) throw error;
  throw new SluiceError({ ...MEANINGS[kind], seen: `${saidBy(error)} (${asked})`, cause: error });
}

/** The error of a service that answers what is none of its answers; `asked` says what it was asked. */
export function badAnswer(seen: string, asked: string): SluiceError {
  return new SluiceError({ ...MEANINGS['bad-answer'], seen: `${seen} (${asked})` });
}

/** `fetch` says no more than that it failed, its cause says why; and of a URL that is none, only the error's input. */
function saidBy(error: Error): string {
  if ('input' in error) return String(error.input);
  const { name, cause } = error;
  const [message = ''] = error.message.split('\n'); // further lines are advice to programmers
  const said = name === 'Error' ? message : `${name}: ${message}`;
  return cause instanceof Error ? `${said}: ${cause.message}` : said;
}

import { AwsClient } from 'aws4fetch';
import { SluiceError } from '../../../errors/sluice-error.ts';
import type { SecretReader } from '../../../runs/secrets/read-secrets.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { type Environment, variable } from '../environment.ts';

/** Both services answer within a second. */
const ANSWER_MS = 10_000;

/** The variable of a function that says where the secret of that name lies. */
export function secretVariable(name: string): string {
  return `SLUICE_SECRET_${name}`;
}

/** The two services that keep secrets, and how each is asked (their API references: GetParameter, GetSecretValue). */
const SERVICES = {
  ssm: {
    target: 'AmazonSSM.GetParameter',
    ask: (id: string) => ({ Name: id, WithDecryption: true }),
    valueOf: (answer: Answer) => answer.Parameter?.Value,
  },
  secretsmanager: {
    target: 'secretsmanager.GetSecretValue',
    ask: (id: string) => ({ SecretId: id }),
    valueOf: (answer: Answer) => answer.SecretString,
  },
} as const;

interface Answer {
  readonly Parameter?: { readonly Value?: string };
  readonly SecretString?: string;
}

/**
 * Reads secrets from where the variables of a function say, with the function's own credentials. The services are
 * called as they are: their SDK clients would be a third of a function's code for one request. Throws
 * `deployed.variable-missing`, `secret.unreadable`, `aws.*`.
 */
export function deployedSecretReader(environment: Environment, fetch: typeof globalThis.fetch): SecretReader {
  return async (name) => {
    const reference = variable(environment, secretVariable(name));
    const [service, id] = splitReference(reference);
    const { target, ask, valueOf } = SERVICES[service];
    const answer = await post(environment, fetch, service, target, ask(id));
    if (!answer.ok) throw await unreadable(reference, answer);
    return valueOf((await answer.json()) as Answer);
  };
}

/** Deployment writes references of the two forms only. */
function splitReference(reference: string): [keyof typeof SERVICES, string] {
  const colon = reference.indexOf(':');
  return [reference.slice(0, colon) as keyof typeof SERVICES, reference.slice(colon + 1)];
}

async function post(
  environment: Environment,
  fetch: typeof globalThis.fetch,
  service: string,
  target: string,
  body: object,
): Promise<Response> {
  const region = variable(environment, 'AWS_REGION');
  const url = environment['AWS_ENDPOINT_URL'] ?? `https://${service}.${region}.amazonaws.com`;
  const signer = new AwsClient({
    accessKeyId: variable(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: variable(environment, 'AWS_SECRET_ACCESS_KEY'),
    ...(environment['AWS_SESSION_TOKEN'] ? { sessionToken: environment['AWS_SESSION_TOKEN'] } : {}),
    service,
    region,
  });
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  const request = await signer.sign(`${url}/`, { method: 'POST', body: JSON.stringify(body), headers });
  const signal = AbortSignal.timeout(ANSWER_MS);
  return fetch(request, { signal }).catch((error: unknown) => throwAwsFault(error, `${target} of ${url}`));
}

const PASSING = /Throttl|TooManyRequests|InternalS/;

async function unreadable(reference: string, answer: Response): Promise<SluiceError> {
  const text = await answer.text();
  const type = /"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(text)?.[1] ?? 'no error type';
  const isPassing = answer.status >= 500 || PASSING.test(type);
  return new SluiceError({
    code: 'secret.unreadable',
    message: 'AWS does not give the secret that a step needs',
    seen: `${reference}: ${answer.status} ${type}`,
    mend: 'put it there, in the region of the stack; a key of your own (KMS) must let the function of the step decrypt',
    retry: isPassing ? 'transient' : 'permanent',
  });
}

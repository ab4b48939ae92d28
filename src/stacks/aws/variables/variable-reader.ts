import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { SluiceError } from '../../../errors/sluice-error.ts';
import type { VariableReader } from '../../../runs/variables/read-variables.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { type Environment, variable } from '../environment.ts';

/** Both services answer within a second. */
const ANSWER_MS = 10_000;

/** SSM takes 40 requests a second of an account: many items of a map that begin at once are over that for a moment. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 100;

/** The variable of a function that says where the value of a step's variable lies. */
export function referenceVariable(name: string): string {
  return `SLUICE_VARIABLE_${name}`;
}

/** The two services that keep values, and how each is asked (their API references: GetParameter, GetSecretValue). */
const SERVICES = {
  ssm: {
    target: 'AmazonSSM.GetParameter',
    bodyOf: (id: string) => ({ Name: id, WithDecryption: true }),
    valueOf: (answer: Answer) => answer.Parameter?.Value,
  },
  secretsmanager: {
    target: 'secretsmanager.GetSecretValue',
    bodyOf: (id: string) => ({ SecretId: id }),
    valueOf: (answer: Answer) => answer.SecretString,
  },
} as const;

interface Answer {
  readonly Parameter?: { readonly Value?: string };
  readonly SecretString?: string;
}

/**
 * Reads values from where the variables of a function say that they lie, with the function's own credentials. The services
 * are called as they are: their SDK clients would be a third of a function's code for one request. Throws
 * `deployed.variable-missing`, `variable.unreadable`, `aws.*`.
 */
export function deployedVariableReader(
  environment: Environment,
  fetch: typeof globalThis.fetch,
  sleep: (delayMs: number) => Promise<unknown> = (delayMs) => pause(delayMs),
): VariableReader {
  return async (name) => {
    const reference = variable(environment, referenceVariable(name));
    for (let attempt = 1; ; attempt += 1) {
      const found = await ask(environment, fetch, reference);
      if (!SluiceError.is(found)) return found;
      if (!found.transient || attempt === ATTEMPTS) throw found;
      await sleep(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
    }
  };
}

/** The value, if there is one, or the error that the service answers. */
async function ask(
  environment: Environment,
  fetch: typeof globalThis.fetch,
  reference: string,
): Promise<string | undefined | SluiceError> {
  const [service, id] = splitReference(reference);
  const { target, bodyOf, valueOf } = SERVICES[service];
  const answer = await post(environment, fetch, service, target, bodyOf(id));
  if (answer.ok) return valueOf((await answer.json()) as Answer);
  const fault = await faultOf(answer);
  return ABSENT.has(fault) ? undefined : unreadable(reference, answer.status, fault);
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
  const url = environment['AWS_ENDPOINT_URL'] ?? `https://${service}.${region}.${domainOf(region)}`;
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

/** China is a partition of its own. */
function domainOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

const ABSENT = new Set(['ParameterNotFound', 'ResourceNotFoundException']);
const PASSING = /Throttl|TooManyRequests|InternalS/;

async function faultOf(answer: Response): Promise<string> {
  return /"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(await answer.text())?.[1] ?? 'no error type';
}

function unreadable(reference: string, status: number, fault: string): SluiceError {
  const isPassing = status >= 500 || PASSING.test(fault);
  return new SluiceError({
    code: 'variable.unreadable',
    message: 'AWS does not give the secret or configuration that a step needs',
    seen: `${reference}: ${status} ${fault}`,
    mend: 'let the function of the step read it there; a key of your own (KMS) must let it decrypt',
    retry: isPassing ? 'transient' : 'permanent',
  });
}

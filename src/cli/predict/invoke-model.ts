import { fromErrorDocument } from '../../errors/error-document.ts';
import { SluiceError, type ErrorDocument } from '../../errors/sluice-error.ts';
import type { Invocation, ModelDeployer } from '../../stacks/stack.ts';

/**
 * The JSON that a model's endpoint answers. Throws the error it answers, or `predict.refused` for any other refusal,
 * as of a gateway, and for an answer that is no JSON.
 */
export async function invokeModel(
  deployer: Pick<ModelDeployer, 'invoke'>,
  model: string,
  body: string,
  contentType: string,
): Promise<string> {
  const answer = await deployer.invoke(model, body, contentType);
  if (answer.status < 400 && parseJson(answer.body) !== undefined) return answer.body;
  const error = errorIn(answer.body);
  throw error ? fromErrorDocument(error) : refused(answer);
}

/** What an endpoint warns of in its answer. */
export function warningsIn(answer: string): readonly string[] {
  const { warnings } = (JSON.parse(answer) ?? {}) as { readonly warnings?: unknown };
  // Another server than ours may mean anything by that word.
  return Array.isArray(warnings) ? warnings.filter((warning) => typeof warning === 'string') : [];
}

const MENDS: Readonly<Record<number, string>> = {
  403: 'sign in as somebody who may call the API (execute-api:Invoke), in the account and region of the stack',
  404: 'deploy the stack in this version: npx cdk deploy --all, or npm run localstack',
  413: 'send fewer rows at a time',
  429: 'try again in a minute, or raise the throttle of the stage of the API',
};

function refused({ status, body }: Invocation): SluiceError {
  const ofServer = 'try again in a minute; if it stays, read the log of the function that predicts';
  return new SluiceError({
    code: 'predict.refused',
    message: status < 400 ? `the endpoint answered ${status}, and no JSON` : `the endpoint answered ${status}`,
    seen: body.slice(0, 500),
    mend: MENDS[status] ?? (status >= 500 ? ofServer : 'look whether the stack is up and you may call it'),
    retry: status === 429 || status >= 500 ? 'transient' : 'permanent',
  });
}

function errorIn(body: string): ErrorDocument | undefined {
  const { error_code: code, ...rest } = (parseJson(body) ?? {}) as { readonly error_code?: unknown };
  // What has one of our codes was written by our API.
  return typeof code === 'string' && code.includes('.') ? ({ ...rest, code } as ErrorDocument) : undefined;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // something between us and the endpoint answered
  }
}

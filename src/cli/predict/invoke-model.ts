import { fromErrorDocument } from '../../errors/error-document.ts';
import { SluiceError, type ErrorDocument } from '../../errors/sluice-error.ts';
import type { ModelDeployer } from '../../stacks/stack.ts';

/** The JSON that a model's endpoint answers. Throws the error it answers, or `predict.refused` for any other refusal. */
export async function invokeModel(
  deployer: Pick<ModelDeployer, 'invoke'>,
  model: string,
  body: string,
  contentType: string,
): Promise<string> {
  const answer = await deployer.invoke(model, body, contentType);
  if (answer.status < 400) return answer.body;
  const error = parseError(answer.body);
  if (error) throw fromErrorDocument(error);
  throw new SluiceError({
    code: 'predict.refused',
    message: `the endpoint answered ${answer.status}`,
    seen: answer.body.slice(0, 500),
    mend: 'look whether the stack is up and you may call it',
  });
}

function parseError(body: string): ErrorDocument | undefined {
  try {
    const { error_code: code, ...rest } = JSON.parse(body) as { error_code?: ErrorDocument['code'] } & ErrorDocument;
    return code?.includes('.') && rest.mend ? { ...rest, code } : undefined;
  } catch {
    return undefined; // no JSON: something between us and the endpoint answered
  }
}

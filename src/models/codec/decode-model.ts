import * as v from 'valibot';
import { SluiceError } from '../../errors/sluice-error.ts';
import { modelFromDocument } from '../model-from-document.ts';
import type { Model } from '../model.ts';
import { documentSchema } from './document-schema.ts';

/** The model in the bytes of its file; throws `model.damaged` or `model.newer-format`. */
export function decodeModel(bytes: Uint8Array): Model {
  const content = parse(bytes);
  checkFormat(content);
  const { success, output, issues } = v.safeParse(documentSchema, content, { abortEarly: true });
  if (success) return modelFromDocument(output);
  const [issue] = issues;
  throw damaged(`${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`, new v.ValiError(issues));
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damaged(`${bytes.length} bytes that are not JSON`, cause);
  }
}

function checkFormat(content: unknown): void {
  const version = formatVersionOf(content);
  if (version === 1) return;
  if (typeof version !== 'number' || version < 1) throw damaged('JSON that is not a model');
  throw new SluiceError({
    code: 'model.newer-format',
    message: 'the model was written by a newer version of Sluice',
    seen: `format version ${version}`,
    allowed: 'format version 1',
    mend: 'update Sluice here, or train the model again with this version',
  });
}

function formatVersionOf(content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return undefined;
  if (!('format' in content && content.format === 'sluice.model' && 'formatVersion' in content)) return undefined;
  return content.formatVersion;
}

function damaged(seen: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'model.damaged',
    message: 'the file is not a whole model',
    seen,
    allowed: 'the bytes that encodeModel wrote',
    mend: 'restore the file, or run the step that trains the model again',
    ...(cause === undefined ? {} : { cause }),
  });
}

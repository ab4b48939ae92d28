import * as v from 'valibot';
import { recordSchema } from '../../data/record-schema.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { isBuiltIn, type StacksDocument } from './stacks-document.ts';

const text = v.pipe(v.string(), v.nonEmpty());

const definition = v.variant('artifactStore', [
  v.strictObject({
    orchestrator: v.literal('in-process'),
    artifactStore: v.literal('files'),
    experimentTracker: v.literal('sqlite'),
    modelDeployer: v.literal('local'),
    home: v.exactOptional(text),
  }),
  v.strictObject({
    orchestrator: v.picklist(['in-process', 'step-functions']),
    artifactStore: v.literal('s3'),
    experimentTracker: v.literal('dynamodb'),
    modelDeployer: v.picklist(['local', 'api-gateway']),
    region: v.exactOptional(text),
    profile: v.exactOptional(text),
    endpoint: v.exactOptional(text),
    service: v.exactOptional(text),
  }),
]);

const document = v.strictObject({ v: v.literal(1), active: text, stacks: recordSchema(definition) });
const versioned = v.looseObject({ v: v.pipe(v.number(), v.safeInteger()) });

/** The document in the text of a file. Throws `stack.file-damaged`, `stack.file-newer`. */
export function parseStacks(content: string, path: string): StacksDocument {
  const value = parseJson(content, path);
  const version = versionOf(value);
  if (version > 1) throw newer(path, version);
  const { success, output, issues } = v.safeParse(document, value);
  if (!success) throw damaged(path, v.getDotPath(issues[0]) ?? 'the whole of it'); // as `stacks.team.region`
  const isThere = isBuiltIn(output.active) || Object.hasOwn(output.stacks, output.active);
  if (!isThere) throw damaged(path, `active: there is no stack '${output.active}'`);
  return output;
}

function versionOf(value: unknown): number {
  const { success, output } = v.safeParse(versioned, value);
  return success ? output.v : 1;
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : '', error);
  }
}

function damaged(path: string, what: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'stack.file-damaged',
    message: 'the file of registered stacks is not as Sluice wrote it',
    seen: `${path}: ${what}`,
    mend: 'mend it, or move it away and register the stacks anew; --stack local needs no such file',
    cause,
  });
}

function newer(path: string, version: number): SluiceError {
  return new SluiceError({
    code: 'stack.file-newer',
    message: 'the file of registered stacks was written by a newer Sluice than this one',
    seen: `${path}: version ${version}`,
    allowed: 'up to 1',
    mend: 'use the newer Sluice that wrote it, or another folder in `SLUICE_HOME`',
  });
}

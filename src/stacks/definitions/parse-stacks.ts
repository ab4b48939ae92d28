import * as z from 'zod/mini';
import { SluiceError } from '../../errors/sluice-error.ts';
import { isBuiltIn, type StacksDocument } from './stacks-document.ts';

const text = z.string().check(z.minLength(1));

const definition = z.discriminatedUnion('artifactStore', [
  z.strictObject({
    orchestrator: z.literal('in-process'),
    artifactStore: z.literal('files'),
    experimentTracker: z.literal('sqlite'),
    modelDeployer: z.literal('local'),
    home: z.exactOptional(text),
  }),
  z.strictObject({
    orchestrator: z.enum(['in-process', 'step-functions']),
    artifactStore: z.literal('s3'),
    experimentTracker: z.literal('dynamodb'),
    modelDeployer: z.enum(['local', 'api-gateway']),
    region: z.exactOptional(text),
    profile: z.exactOptional(text),
    endpoint: z.exactOptional(text),
  }),
]);

const document = z.strictObject({ v: z.literal(1), active: text, stacks: z.record(text, definition) });
const versioned = z.looseObject({ v: z.int() });

/** The document in the text of a file. Throws `stack.file-damaged`, `stack.file-newer`. */
export function parseStacks(content: string, path: string): StacksDocument {
  const value = parseJson(content, path);
  const version = versioned.safeParse(value).data?.v ?? 1;
  if (version > 1) throw newer(path, version);
  const { data, error } = document.safeParse(value);
  if (!data) throw damaged(path, placeOf(error.issues[0]!));
  const isThere = isBuiltIn(data.active) || Object.hasOwn(data.stacks, data.active);
  if (!isThere) throw damaged(path, `active: there is no stack '${data.active}'`);
  return data;
}

/** The first place that is wrong, as `stacks.team.region`. */
function placeOf(issue: z.core.$ZodIssue): string {
  const field = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [...issue.path, ...field].join('.') || 'the whole of it';
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

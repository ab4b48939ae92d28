import { describe, expect, it } from 'vitest';
import { loadErrorPlace } from '../../src/pipeline/load-error-place.ts';

function errorOf(stack: string): Error {
  const error = new Error(stack.split('\n').find((line) => line.includes('Error')));
  return Object.assign(error, { stack });
}

describe('loadErrorPlace', () => {
  it.each([
    [
      'a syntax error',
      'file:///project/pipelines/rents/train.ts:11\n  run: ({{\n        ^\n\nSyntaxError [ERR]: Unexpected token\n    at parseTypeScript (node:internal/modules/typescript:72:36)',
      '/project/pipelines/rents/train.ts:11',
    ],
    [
      'code that threw, as its innermost frame',
      "TypeError: Cannot read properties of undefined (reading 'node')\n    at make (file:///a project/node_modules/lib/index.js:1:1)\n    at file:///a project/pipelines/rents/pipeline.ts:23:17\n    at file:///a project/pipelines/rents/other.ts:1:1",
      '/a project/pipelines/rents/pipeline.ts:23',
    ],
    [
      'the importer of a module that is not there',
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/project/colums.ts' imported from /project/train.ts\n    at finalizeResolution (node:internal/modules/esm/resolve:272:11)",
      '/project/train.ts',
    ],
    [
      'nothing of a stack without files',
      "SyntaxError: Identifier 'z' has already been declared\n    at compileSourceTextModule (node:internal/modules/esm/utils:319:16)",
      undefined,
    ],
  ])('names %s', (_case, stack, place) => {
    expect(loadErrorPlace(errorOf(stack))).toBe(place);
  });

  it('names nothing of what is no error', () => {
    expect(loadErrorPlace('broken')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { importFromPackage } from '../../package/template-imports.ts';

describe('importFromPackage', () => {
  it('joins imports of the library to one of the package, and leaves those of the folder', () => {
    const text = `import { readCsv } from '../../../data/csv/read.ts';
import type { SourceFile, Other } from '../../../data/source-file.ts';
import { flats } from './columns.ts';
`;

    expect(importFromPackage(text)).toBe(`import { readCsv, type SourceFile, type Other } from 'sluice';
import { flats } from './columns.ts';
`);
  });

  it('puts them behind imports of other packages, those for tests apart', () => {
    const text = `import { it } from 'vitest';
import { step } from '../../../pipeline/step.ts';
import { runStep } from '../../../testing/run-step.ts';

it('runs');
`;

    expect(importFromPackage(text)).toBe(`import { it } from 'vitest';
import { step } from 'sluice';
import { runStep } from 'sluice/testing';

it('runs');
`);
  });

  it('breaks a line that is longer than 120', () => {
    const names = Array.from({ length: 12 }, (_, index) => `someFunction${index}`);
    const text = `import { ${names.join(', ')} } from '../../../data/some.ts';\n`;

    expect(importFromPackage(text)).toBe(`import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'sluice';\n`);
  });

  it('leaves a file that imports nothing', () => {
    expect(importFromPackage('export const a = 1;\n')).toBe('export const a = 1;\n');
  });
});

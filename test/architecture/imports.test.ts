import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** For each part of the tree, the parts it may import; a part may always import itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/errors': [],
  'src/data': ['src/errors'],
  'src/models': ['src/data', 'src/errors'],
  'src/artifacts': ['src/data', 'src/models', 'src/errors'],
  'src/tracking': ['src/artifacts', 'src/models', 'src/errors'],
  'src/pipeline': ['src/artifacts', 'src/data', 'src/models', 'src/tracking', 'src/errors'],
  'src/steps': ['src/pipeline', 'src/tracking', 'src/models', 'src/data'],
  'src/runs': ['src/pipeline', 'src/tracking', 'src/artifacts', 'src/data', 'src/models', 'src/errors'],
  'src/serving': ['src/tracking', 'src/artifacts', 'src/data', 'src/models', 'src/errors'],
  'src/api': ['src/serving', 'src/tracking', 'src/artifacts', 'src/data', 'src/models', 'src/errors'],
  'src/stacks': [
    'src/api',
    'src/runs',
    'src/pipeline',
    'src/tracking',
    'src/artifacts',
    'src/data',
    'src/models',
    'src/errors',
  ],
  'src/testing': ['src/stacks', 'src/runs', 'src/pipeline', 'src/tracking', 'src/artifacts', 'src/data', 'src/errors'],
  'src/cli': ['src'],
  pipelines: ['src/steps', 'src/pipeline', 'src/models', 'src/data', 'src/tracking', 'src/errors'],
  lambdas: ['src'],
  cdk: ['src', 'lambdas', 'pipelines'],
  localstack: ['src', 'cdk'],
  package: ['src', 'cdk'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

function sourceFiles(): string[] {
  return ['src', 'pipelines', 'lambdas', 'cdk', 'localstack', 'package'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('.emulator'))
      .map((file) => join(folder, file).split(sep).join('/')),
  );
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const specifiers = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier!);
  return specifiers.map((specifier) => ({
    file,
    target: specifier.startsWith('.') ? posix.normalize(posix.join(dirname(file), specifier)) : specifier,
  }));
}

function partOf(path: string): string {
  return path.split('/', path.startsWith('src/') ? 2 : 1).join('/');
}

function isWrong({ file, target }: Import): boolean {
  const [from, to] = [partOf(file), partOf(target)];
  if (!/^(src|pipelines|lambdas|cdk|localstack|package)\//.test(target) || from === to) return false;
  return !ALLOWED[from]!.some((part) => to === part || to.startsWith(`${part}/`));
}

describe('imports', () => {
  const files = sourceFiles();
  const imports = files.flatMap(importsOf);

  it('point one way', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.filter(isWrong)).toEqual([]);
  });

  it('reach the AWS SDK only from src/stacks/aws and the emulator scripts', () => {
    const wrong = imports.filter(
      ({ file, target }) => target.startsWith('@aws-sdk/') && !/^(src\/stacks\/aws|localstack)\//.test(file),
    );

    expect(wrong).toEqual([]);
  });

  it('leave the library without a word of the pipelines that are shipped with it', () => {
    const names = readdirSync(join(root, 'pipelines'));
    const library = files.filter((file) => file.startsWith('src/'));
    const knowing = library.filter((file) =>
      names.some((name) => readFileSync(join(root, file), 'utf8').includes(name)),
    );

    expect(names).toContain('customer-satisfaction');
    expect(knowing).toEqual([]);
  });

  it('keep the CDK out of everything but cdk', () => {
    expect(imports.filter(({ file, target }) => target.startsWith('aws-cdk-lib') && !file.startsWith('cdk/'))).toEqual(
      [],
    );
  });

  it('name files in kebab-case of at most 300 lines', () => {
    const tooLong = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    const oddlyNamed = files.filter((file) => !/^[a-z0-9-]+(\.d)?\.ts$/.test(relative(dirname(file), file)));

    expect([tooLong, oddlyNamed]).toEqual([[], []]);
  });
});

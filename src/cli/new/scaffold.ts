import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { SluiceError } from '../../errors/sluice-error.ts';
import { checkName } from '../../pipeline/check-name.ts';

/** A pipeline that runs and is tested as it stands; what is written is a copy of it under another name. */
const TEMPLATE = join(import.meta.dirname, 'template');
const TEMPLATE_NAME = 'my-pipeline';
const TEMPLATE_TEST = 'pipeline-test.ts';

/** A file of a new pipeline, its path from the project's folder. */
interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes a new pipeline with its test into a project; answers the paths of the files, from the project's folder.
 * Throws `new.bad-name`, `new.no-project`, and `new.exists` rather than write over what is there.
 */
export async function scaffold(root: string, name: string): Promise<string[]> {
  checkNewName(name);
  await access(join(root, 'package.json')).catch((error: unknown) => throwNoProject(root, error));
  const names = (await readdir(TEMPLATE)).toSorted();
  const files = await Promise.all(names.map((file) => newFile(file, name)));
  // The folder first: making it anew is what keeps two from writing the same pipeline.
  await mkdir(join(root, 'pipelines'), { recursive: true });
  await mkdir(join(root, 'pipelines', name)).catch((error: unknown) => throwExists(name, error));
  for (const file of files) await write(root, file);
  return files.map(({ path }) => path);
}

/** Its own code, because here other words mend it: the name of a pipeline that is there is mended in its file. */
function checkNewName(name: string): void {
  try {
    checkName(name);
  } catch (cause) {
    if (!SluiceError.is(cause)) throw cause;
    throw new SluiceError({ ...cause.facts, code: 'new.bad-name', mend: 'choose such a name', cause });
  }
}

async function newFile(file: string, name: string): Promise<NewFile> {
  const text = await readFile(join(TEMPLATE, file), 'utf8');
  const isTest = file === TEMPLATE_TEST;
  const folder = isTest ? join('test', 'pipelines', name) : join('pipelines', name);
  const named = text.replaceAll(TEMPLATE_NAME, name).replaceAll(camelCase(TEMPLATE_NAME), camelCase(name));
  return {
    path: join(folder, isTest ? 'pipeline.test.ts' : file),
    text: movedImports(named, folder, join('pipelines', name)),
  };
}

/** Imports of the library and of the pipeline's own files as they are from the new place. */
function movedImports(text: string, folder: string, pipeline: string): string {
  const up = (path: string) => relative(folder, path).split(sep).join('/');
  const own = folder === pipeline ? './' : `${up(pipeline)}/`;
  return text.replaceAll("from '../../../", `from '${up('src')}/`).replaceAll("from './", `from '${own}`);
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

async function write(root: string, { path, text }: NewFile): Promise<void> {
  await mkdir(join(root, dirname(path)), { recursive: true });
  await writeFile(join(root, path), text, { flag: 'wx' }).catch((error: unknown) => throwExists(basename(path), error));
}

/** What is written imports the project's Sluice: elsewhere it would not run. */
function throwNoProject(root: string, error: unknown): never {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  throw new SluiceError({
    code: 'new.no-project',
    message: 'a new pipeline is written into a project, and this folder is none',
    seen: `${root} without a package.json`,
    mend: 'go to the folder of the project first, the clone or one in which Sluice is installed',
    cause: error,
  });
}

function throwExists(what: string, error: unknown): never {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  throw new SluiceError({
    code: 'new.exists',
    message: 'a pipeline or test of that name is there already',
    seen: what,
    allowed: 'names that no folder in pipelines/ has',
    mend: 'choose another name, or remove what is there',
    cause: error,
  });
}

import { SluiceError } from '../errors/sluice-error.ts';

const RESERVED = new Set(['params', 'begin']);

/** Throws `pipeline.bad-name` unless a name of a step or pipeline can be a key, a state and a resource name. */
export function checkName(name: string): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.length <= 40 && !RESERVED.has(name)) return;
  throw new SluiceError({
    code: 'pipeline.bad-name',
    message: 'a name of a step or pipeline is not usable',
    seen: JSON.stringify(name),
    allowed: 'kebab-case of a-z, 0-9 and -, at most 40 characters; not params or begin',
    mend: 'rename it',
  });
}

/** Throws `pipeline.bad-key` unless a name of an output or parameter can be a key, a path and an option. */
export function checkKey(key: string): void {
  if (/^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(key)) return;
  throw new SluiceError({
    code: 'pipeline.bad-key',
    message: 'a name of an output or parameter is not usable',
    seen: JSON.stringify(key),
    allowed: 'a letter, then letters and digits, at most 40 characters',
    mend: 'rename it',
  });
}

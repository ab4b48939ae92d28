import { SluiceError } from '../../errors/sluice-error.ts';

/** The error of a run that is in no record. */
export function unknownRun(id: string): SluiceError {
  return new SluiceError({
    code: 'run.unknown',
    message: 'there is no such run',
    seen: id.slice(0, 100),
    mend: '`sluice runs` lists the runs of this stack; another stack has its own (`--stack`)',
  });
}

import { SluiceError } from '../errors/sluice-error.ts';

/** Throws `artifact.missing`. */
export function missingArtifact(uri: string): never {
  throw new SluiceError({
    code: 'artifact.missing',
    message: 'an artifact is not where its record says',
    seen: uri,
    mend: 'run again with the parameters that made it (`sluice run --resume RUN`): a step whose artifact is gone is run anew',
  });
}

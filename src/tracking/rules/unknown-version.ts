import { SluiceError } from '../../errors/sluice-error.ts';

/** The error of a model version, or alias of one, that was never registered. */
export function unknownVersion(model: string, version: number | string): SluiceError {
  return new SluiceError({
    code: 'model.version-unknown',
    message: `model ${model} has no such version`,
    seen: String(version),
    mend: '`sluice models` lists the models and their versions',
  });
}

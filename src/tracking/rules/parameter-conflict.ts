import { SluiceError } from '../../errors/sluice-error.ts';

type Parameters = Readonly<Record<string, string>>;

/** The parameters not yet stored; throws `tracking.parameter-conflict` when one is stored with another value. */
export function newParameters(stored: ReadonlyMap<string, string>, wanted: Parameters): [key: string, value: string][] {
  for (const [key, value] of Object.entries(wanted)) {
    const standing = stored.get(key);
    if (standing !== undefined && standing !== value) throw parameterConflict(key, standing, value);
  }
  return Object.entries(wanted).filter(([key]) => !stored.has(key));
}

/** The error of a parameter that is logged with another value than it has. */
export function parameterConflict(key: string, standing: string, wanted: string): SluiceError {
  return new SluiceError({
    code: 'tracking.parameter-conflict',
    message: `parameter ${key} of this run already has another value`,
    seen: shortened(wanted),
    allowed: shortened(standing),
    mend: 'log it under another key, or start a new run: a parameter is written once',
  });
}

function shortened(value: string): string {
  return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
}

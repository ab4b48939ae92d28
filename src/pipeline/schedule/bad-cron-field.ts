import { SluiceError } from '../../errors/sluice-error.ts';
import type { CronField } from './cron-field.ts';

/** The error of a field of a cron expression that EventBridge would not take. */
export function badCronField({ name, names, allowed }: CronField, value: string, mend?: string): SluiceError {
  const capitals = value.toUpperCase();
  const isLowerCase = capitals !== value && names?.some((known) => capitals.includes(known));
  return new SluiceError({
    code: 'schedule.bad-field',
    message: `the ${name} of a cron expression cannot be read`,
    seen: `${name}: ${value === '' ? 'nothing' : value}`,
    allowed,
    mend: mend ?? (isLowerCase ? `write ${capitals}` : `correct the ${name}; times are UTC`),
    details: { field: name, value },
  });
}

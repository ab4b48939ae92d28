import { SluiceError } from '../../errors/sluice-error.ts';

/** Leaves room for a prefix in DynamoDB's 1,024 bytes of a sort key. */
const greatestBytes = 1000;

/** Refuses, with `records.bad-name`, a name that some store cannot keep as a key. */
export function checkRecordName(
  kind: 'experiment' | 'model' | 'metric' | 'parameter' | 'tag' | 'trigger',
  name: string,
): void {
  if (name !== '' && name.isWellFormed() && Buffer.byteLength(name) <= greatestBytes) return;
  throw new SluiceError({
    code: 'records.bad-name',
    message: `this cannot be the name of a ${kind}`,
    seen: JSON.stringify(name.slice(0, 100)),
    allowed: `1 to ${greatestBytes} bytes of well-formed Unicode`,
    mend: `give the ${kind} a shorter name, or one that is not empty`,
  });
}

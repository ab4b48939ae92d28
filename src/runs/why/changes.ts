import type { CacheKeyParts } from '../../tracking/step-record.ts';
import type { Change } from './explanation.ts';

/** The parts in which two cache keys of a step differ: code, then parameters, then inputs. */
export function changesBetween(step: string, before: CacheKeyParts, after: CacheKeyParts): Change[] {
  return [
    ...differences('code', { [step]: before.code }, { [step]: after.code }),
    ...differences('parameter', before.parameters, after.parameters),
    ...differences('input', before.inputs, after.inputs),
  ];
}

type Texts = Readonly<Record<string, string>>;

function differences(part: Change['part'], before: Texts, after: Texts): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => ({ part, name, before: before[name] ?? null, after: after[name] ?? null }))
    .filter((change) => change.before !== change.after);
}

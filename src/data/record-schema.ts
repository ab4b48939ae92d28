import * as v from 'valibot';

/**
 * The schema of an object that has values of one kind under names of any kind: `v.record` takes lists too, and leaves
 * out `prototype` and `constructor`, which may well be names of columns.
 */
export function recordSchema<Input, Output>(value: v.GenericSchema<Input, Output>) {
  return v.pipe(
    v.custom<Readonly<Record<string, Input>>>(isObject, 'Invalid type: Expected an object'),
    v.rawTransform<Readonly<Record<string, Input>>, Record<string, Output>>(({ dataset, addIssue }) => {
      const entries = Object.entries(dataset.value).flatMap(([key, member]) => {
        const { success, output, issues } = v.safeParse(value, member);
        if (success) return [[key, output] as const];
        const at = { type: 'object', origin: 'value', input: dataset.value, key, value: member } as const;
        addIssue({ message: issues[0].message, path: [at, ...(issues[0].path ?? [])] });
        return [];
      });
      return Object.fromEntries(entries);
    }),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

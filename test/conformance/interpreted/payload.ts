/** Data of a state machine; paths that begin with `$$.` are read from its context. */
export type Data = Readonly<Record<string, unknown>>;

/** What a path of JSONPath names, as far as compiled machines use it: members and indices. Throws when nothing is there. */
export function valueAt(path: string, data: unknown, context: Data): unknown {
  const parts = path.replace(/^\$\$?/, '').match(/[^.[\]]+/g) ?? [];
  return parts.reduce(
    (value: unknown, part) => {
      const next = (value as Data)[part];
      if (next === undefined) throw new Error(`States.Runtime: there is no ${path}`);
      return next;
    },
    path.startsWith('$$') ? context : data,
  );
}

/** A payload template filled in: keys that end in `.$` hold paths or `States.Format`. */
export function fill(template: unknown, data: unknown, context: Data): unknown {
  if (typeof template !== 'object' || template === null) return template;
  const members = Object.entries(template).map(([key, value]) =>
    key.endsWith('.$') ? [key.slice(0, -2), evaluate(String(value), data, context)] : [key, fill(value, data, context)],
  );
  return Object.fromEntries(members);
}

function evaluate(expression: string, data: unknown, context: Data): unknown {
  const call = /^States\.Format\('([^']*)', (.*)\)$/.exec(expression);
  if (!call) return valueAt(expression, data, context);
  const values = call[2]!.split(', ').map((path) => valueAt(path, data, context));
  return call[1]!.replaceAll('{}', () => String(values.shift()));
}

/** The input with the result put where `ResultPath` says. */
export function place(input: unknown, path: string | null | undefined, result: unknown): unknown {
  if (path === null) return input;
  if (path === undefined || path === '$') return result;
  return put(input as Data, path.slice(2).split('.'), result);
}

function put(target: Data, [first, ...rest]: readonly string[], result: unknown): Data {
  const inner = rest.length === 0 ? result : put((target[first!] ?? {}) as Data, rest, result);
  return { ...target, [first!]: inner };
}

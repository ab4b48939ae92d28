/** A rule of a template, as far as its target's input goes. */
export interface DeployedRule {
  readonly Properties: {
    readonly Targets: readonly {
      readonly InputTransformer: {
        readonly InputPathsMap: Readonly<Record<string, string>>;
        readonly InputTemplate: string;
      };
    }[];
  };
}

/** What EventBridge hands to the target of a rule: the template with each path's value in the place of its name. */
export function inputOfRule(rule: DeployedRule, event: object): unknown {
  const { InputPathsMap, InputTemplate } = rule.Properties.Targets[0]!.InputTransformer;
  const values = Object.entries(InputPathsMap).map(([name, path]): [string, unknown] => [name, valueAt(event, path)]);
  const filled = values.reduce(
    (text, [name, value]) =>
      // outside of a text a value is JSON, inside of one it is itself
      text.replaceAll(`:<${name}>`, `:${JSON.stringify(value)}`).replaceAll(`<${name}>`, String(value)),
    InputTemplate,
  );
  return JSON.parse(filled);
}

function valueAt(event: object, path: string): unknown {
  const names = path.replace('$.', '').split('.');
  return names.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], event);
}

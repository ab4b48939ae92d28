import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { checkEndpoint } from './check-endpoint.ts';
import { type Component, FLAVORS, type Flavors, type StackDefinition } from './stack-definition.ts';

/** Settings as they are asked for; undefined where nothing is. */
export type AskedSettings = Readonly<
  Partial<Record<'home' | 'region' | 'profile' | 'endpoint' | 'service', string | undefined>>
>;

interface Choices {
  readonly flavors: Readonly<Record<Component, readonly string[]>>;
  readonly settings: readonly (keyof AskedSettings)[];
}

/**
 * Records name artifacts, so both are kept by one pair or the other: whoever shared only the records would find runs
 * whose artifacts lie on another machine, and whoever shared only the artifacts would remove those of others by `gc`.
 */
const LEGAL: readonly Choices[] = [
  {
    flavors: {
      orchestrator: ['in-process'],
      artifactStore: ['files'],
      experimentTracker: ['sqlite'],
      modelDeployer: ['local'],
    },
    settings: ['home'],
  },
  {
    flavors: { ...FLAVORS, artifactStore: ['s3'], experimentTracker: ['dynamodb'] },
    settings: ['region', 'profile', 'endpoint', 'service'],
  },
];

/**
 * The stack of these flavors and settings. Throws `stack.flavor-unknown`, `stack.combination` naming the legal ones,
 * `stack.setting`.
 */
export function defineStack(flavors: Flavors, asked: AskedSettings): StackDefinition {
  for (const component of Object.keys(FLAVORS) as Component[]) checkFlavor(component, flavors[component]);
  const legal = LEGAL.find((choices) => isAmong(flavors, choices));
  if (!legal) throw illegal(flavors);
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  for (const [name] of given) if (!legal.settings.some((setting) => setting === name)) throw notTaken(name, legal);
  if (asked.endpoint !== undefined) checkEndpoint(asked.endpoint);
  // The table above is that of the type.
  return { ...flavors, ...Object.fromEntries(given) } as unknown as StackDefinition;
}

function isAmong(flavors: Flavors, choices: Choices): boolean {
  return Object.entries(choices.flavors).every(([component, some]) => some.includes(flavors[component as Component]));
}

function checkFlavor(component: Component, flavor: string): void {
  const flavors: readonly string[] = FLAVORS[component];
  if (flavors.includes(flavor)) return;
  const near = nearest(flavor, flavors);
  throw new SluiceError({
    code: 'stack.flavor-unknown',
    message: `there is no such flavor of ${nameOf(component)}`,
    seen: flavor,
    allowed: flavors.join(', '),
    mend: near === undefined ? 'name one of these' : `did you mean ${near}?`,
  });
}

function illegal(flavors: Flavors): SluiceError {
  return new SluiceError({
    code: 'stack.combination',
    message: 'these flavors do not make a stack',
    seen: Object.values(flavors).join(' + '),
    allowed: LEGAL.map(({ flavors: some }) =>
      Object.values(some)
        .map((names) => names.join('|'))
        .join(' + '),
    ).join('; '),
    mend: 'keep records and artifacts both on this machine, or both on AWS; Step Functions and API Gateway need AWS',
  });
}

function notTaken(name: string, { settings, flavors }: Choices): SluiceError {
  return new SluiceError({
    code: 'stack.setting',
    message: 'a stack of these flavors has no such setting',
    seen: `--${name}`,
    allowed: settings.map((setting) => `--${setting}`).join(', '),
    mend: `leave it out: nothing of ${flavors.artifactStore.join()} and ${flavors.experimentTracker.join()} reads it`,
  });
}

/** As an option has it: `artifact-store`. */
export function nameOf(component: Component): string {
  return component.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

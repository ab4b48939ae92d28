import { type Identity, identify } from '../../../localstack/identify.ts';
import { emulatorEndpoint } from './emulator-endpoint.ts';

/** What an emulator does not do as AWS does, by the option of `orchestratorSuite` that leaves it out. */
type Shortcomings = Readonly<Partial<Record<'tellsPermanentErrors' | 'limitsRuns' | 'failsDistributedMaps', string>>>;

const SHORTCOMINGS: Readonly<Record<Identity['name'], Shortcomings>> = {
  MiniStack: {
    tellsPermanentErrors: 'calls whatever a Node function throws Runtime.HandlerError',
    limitsRuns: 'lets executions run for ever',
  },
  LocalStack: {
    failsDistributedMaps: 'ends a Distributed Map well, whatever became of its items',
  },
};

/**
 * Asks which emulator answers, prints what is not asked of it and why, and gives that as options of `orchestratorSuite`.
 * An emulator that nobody knows is asked everything.
 */
export async function optionsOfEmulator(): Promise<Readonly<Partial<Record<keyof Shortcomings, false>>>> {
  const found = await identify(emulatorEndpoint());
  if (found === undefined) return {};
  const shortcomings = Object.entries(SHORTCOMINGS[found.name]);
  for (const [option, how] of shortcomings) {
    console.info(`not asked of ${found.name} ${found.version}: ${option}; it ${how}`);
  }
  return Object.fromEntries(shortcomings.map(([option]) => [option, false]));
}

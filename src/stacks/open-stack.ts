import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { LocalPlace } from './local/open-local-stack.ts';
import type { Stack } from './stack.ts';

type Opener = (place: LocalPlace) => Promise<Stack>;

/** Where `npm run localstack` puts the emulator; its credentials are any text. */
const EMULATOR = {
  endpoint: 'http://127.0.0.1:4566',
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

/** Every stack by its name; each is loaded only when it is asked for. */
const STACKS: Readonly<Record<string, Opener>> = {
  local: async (place) => (await import('./local/open-local-stack.ts')).openLocalStack(place),
  localstack: async () => (await import('./aws/open-aws-stack.ts')).openAwsStack('localstack', EMULATOR),
  aws: async () => (await import('./aws/open-aws-stack.ts')).openAwsStack('aws', {}),
};

/** Opens a stack by its name: the one place where adapters are chosen. Throws `stack.unknown` and what opening throws. */
export async function openStack(name: string, place: LocalPlace): Promise<Stack> {
  const open = Object.hasOwn(STACKS, name) ? STACKS[name] : undefined;
  if (open) return open(place);
  const near = nearest(name, Object.keys(STACKS));
  throw new SluiceError({
    code: 'stack.unknown',
    message: 'there is no stack of that name',
    seen: name,
    allowed: Object.keys(STACKS).join(', '),
    mend: near === undefined ? 'name one of these with --stack' : `did you mean ${near}?`,
  });
}

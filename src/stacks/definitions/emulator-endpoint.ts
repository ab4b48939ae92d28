import { SluiceError } from '../../errors/sluice-error.ts';
import type { NamedStack } from './stacks-document.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The stack as it stands, and `localstack` where the environment says that its emulator is. Throws `localstack.not-an-emulator`. */
export function atEmulator(stack: NamedStack, environment: Readonly<Record<string, string | undefined>>): NamedStack {
  const { name, definition } = stack;
  if (name !== 'localstack' || definition.artifactStore !== 's3') return stack;
  return { name, definition: { ...definition, endpoint: emulatorEndpoint(environment) } };
}

/** Where the emulator of this machine answers. Throws `localstack.not-an-emulator`. */
export function emulatorEndpoint(environment: Readonly<Record<string, string | undefined>>): string {
  const endpoint = environment['AWS_ENDPOINT_URL'] ?? 'http://127.0.0.1:4566';
  const url = URL.parse(endpoint);
  const isLoopback = url?.protocol === 'http:' && LOOPBACK.has(url.hostname) && url.username === '';
  if (!isLoopback) throw notAnEmulator(endpoint);
  return endpoint.replace(/\/$/, '');
}

/** The error of a place that is no emulator on this machine. */
export function notAnEmulator(seen: string): SluiceError {
  return new SluiceError({
    code: 'localstack.not-an-emulator',
    message: 'this goes to an emulator on this machine only',
    seen,
    allowed: 'http://127.0.0.1:4566, account 000000000000',
    mend: 'unset AWS_ENDPOINT_URL, or point it at the emulator',
  });
}

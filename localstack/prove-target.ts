import { SluiceError } from '../src/errors/sluice-error.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const EMULATED_ACCOUNT = '000000000000';

/** Throws `localstack.not-an-emulator` unless the endpoint is on this machine and its account is the emulators'. */
export function proveTarget(endpoint: string, account: string | undefined): void {
  proveLoopback(endpoint);
  if (account !== EMULATED_ACCOUNT) throw notAnEmulator(`account ${account ?? 'unknown'} at ${endpoint}`);
}

/** Throws `localstack.not-an-emulator` unless the endpoint is an address of this machine. */
export function proveLoopback(endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isLoopback = url?.protocol === 'http:' && LOOPBACK.has(url.hostname) && url.username === '';
  if (!isLoopback) throw notAnEmulator(endpoint);
}

function notAnEmulator(seen: string): SluiceError {
  return new SluiceError({
    code: 'localstack.not-an-emulator',
    message: 'this writes to an emulator on this machine only',
    seen,
    allowed: `http://127.0.0.1:4566, account ${EMULATED_ACCOUNT}`,
    mend: 'unset AWS_ENDPOINT_URL, or point it at the emulator',
  });
}

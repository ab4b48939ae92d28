import { notAnEmulator } from '../src/stacks/definitions/emulator-endpoint.ts';

const EMULATED_ACCOUNT = '000000000000';

/** Throws `localstack.not-an-emulator` unless the account that answers at the endpoint is the emulators'. */
export function proveTarget(endpoint: string, account: string | undefined): void {
  if (account !== EMULATED_ACCOUNT) throw notAnEmulator(`account ${account ?? 'unknown'} at ${endpoint}`);
}

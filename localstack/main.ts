import { join } from 'node:path';
import { exitCodeOfError } from '../src/cli/exit-code.ts';
import { formatError } from '../src/errors/format-error.ts';
import { SluiceError } from '../src/errors/sluice-error.ts';
import { emulatorEndpoint } from '../src/stacks/definitions/emulator-endpoint.ts';
import { cdk } from './cdk.ts';
import { dockerStarter } from './docker.ts';
import { ensureEmulator, stopEmulators } from './emulator.ts';
import { type Identity, identify } from './identify.ts';
import { ministackStarter } from './ministack.ts';
import { proveTarget } from './prove-target.ts';
import { runCommand } from './run-command.ts';
import { whoCalls } from './who-calls.ts';
import { succeeds } from './succeeds.ts';

const region = 'us-east-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const root = join(import.meta.dirname, '..');
const folder = join(import.meta.dirname, '.emulator');
const commands = { run: runCommand, succeeds };

/** The first that can be started is. */
const starters = [dockerStarter(folder, commands), ministackStarter(folder, commands)];

try {
  if (isDown(process.argv.slice(2))) await down();
  else await deploy();
} catch (error) {
  if (!SluiceError.is(error)) throw error;
  console.error(formatError(error.facts));
  process.exitCode = exitCodeOfError(error.code);
}

/** Whether to stop the emulator instead. Throws `cli.usage`. */
function isDown(words: readonly string[]): boolean {
  if (words.every((word) => word === '--down')) return words.length > 0;
  throw new SluiceError({
    code: 'cli.usage',
    message: 'npm run localstack does not take that',
    seen: words.join(' '),
    allowed: 'nothing, or --down',
    mend: 'npm run localstack deploys; npm run localstack -- --down stops the emulator',
  });
}

async function down(): Promise<void> {
  if (!(await stopEmulators(starters, console.log))) console.log('No emulator was started from here.');
}

/** Starts an emulator unless one answers, and deploys every stack to it by the real CDK command. */
async function deploy(): Promise<void> {
  const endpoint = emulatorEndpoint(process.env);
  const origin = await ensureEmulator(endpoint, starters, console.log);
  const place = { endpoint, region, credentials };
  const { account } = await whoCalls(place);
  proveTarget(endpoint, account);
  console.log(`At ${endpoint}, ${origin}: ${nameOf(await identify(endpoint))}.`);
  await cdk(place, 'bootstrap', `aws://${account}/${region}`);
  await cdk(place, 'deploy', '--all', '--require-approval', 'never', '--outputs-file', 'cdk.out/outputs.json');
  await runCommand(
    process.execPath,
    [join(root, 'src/cli/bin.mjs'), 'try', 'customer-satisfaction', '--stack', 'localstack'],
    {},
  );
}

function nameOf(identity: Identity | undefined): string {
  return identity === undefined ? 'an emulator that does not say which' : `${identity.name} ${identity.version}`;
}

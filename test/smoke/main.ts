/**
 * Deploys Sluice to the account that the shell is signed in to, checks it end to end, and removes what it made:
 * `npm run smoke:aws -- --account ID`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import { formatError } from '../../src/errors/format-error.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { SERVICE_STACK } from '../../src/stacks/aws/names.ts';
import { openStack } from '../../src/stacks/open-stack.ts';
import { findCaller } from './caller.ts';
import { CHECKS, type Place } from './checks.ts';
import { sluice } from './commands.ts';
import { deploy, destroy, isDeployed } from './deployment.ts';

const root = join(import.meta.dirname, '../..');
const STACK = 'smoke';
let [passed, failed] = [0, 0];

const refusal = await reasonToRefuse().catch(toldError);
if (refusal === undefined) await smoke();
else console.error(refusal);
process.exitCode = refusal === undefined && failed === 0 ? 0 : 1;

/** Nothing is deployed to an account that was not named, nor over what is there. */
async function reasonToRefuse(): Promise<string | undefined> {
  const { account } = parseArgs({ options: { account: { type: 'string' } } }).values;
  const caller = await findCaller();
  const named = `npm run smoke:aws -- --account ${caller.account}`;
  if (account !== caller.account)
    return `error: this would deploy to account ${caller.account} in ${caller.region}: ${named}`;
  if (await isDeployed()) return `error: Sluice is deployed in ${caller.region} already: choose another AWS_REGION`;
  return undefined;
}

/** What a caller can mend, in the words for it; anything else is thrown. */
function toldError(error: unknown): string {
  if (SluiceError.is(error)) return formatError(error.facts);
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'))
    return `error: ${error.message}\nusage: npm run smoke:aws -- --account ID`;
  throw error;
}

async function smoke(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'sluice-'));
  try {
    if (await check('deploy', deploy)) await checkAll(home);
  } finally {
    await check('destroy', destroy);
    await check('nothing is left', async () => {
      if (await isDeployed()) throw new Error('the stack of the service is still there');
    });
    await rm(home, { recursive: true });
  }
  console.log(`${passed} passed, ${failed} failed`);
}

async function checkAll(home: string): Promise<void> {
  const place = await openPlace(home);
  for (const [name, made] of Object.entries(CHECKS)) await check(name, () => made(place));
  await place.stack.close();
}

async function openPlace(home: string): Promise<Place> {
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  const { region } = await findCaller();
  const where = ['--region', region, ...(endpoint === undefined ? [] : ['--endpoint', endpoint])];
  await sluice(home, 'stack', 'register', STACK, '--from-stack', SERVICE_STACK, ...where);
  const source = join(home, 'orders.csv');
  await writeFile(source, Buffer.concat([...generateOrders({ rows: 6_000, seed: 7 })]));
  const stack = await openStack(STACK, { home, root });
  return { home, source, stack };
}

async function check(name: string, made: () => Promise<void>): Promise<boolean> {
  try {
    await made();
    passed += 1;
    console.log(`✓ ${name}`);
    return true;
  } catch (error) {
    failed += 1;
    console.error(`✗ ${name}`, error);
    return false;
  }
}

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import type { RunReport } from '../../src/cli/report/run-report.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import { sluice } from './commands.ts';

/** What the checks are made on. */
export interface Place {
  readonly home: string;
  /** The deployed stack, and its name with this home. */
  readonly stack: Stack;
  /** A CSV file of orders. */
  readonly source: string;
}

/** Rejects with what is not as it should be. */
export type Check = (place: Place) => Promise<void>;

const MODEL = 'customer-satisfaction';
const BODY = '{"dataframe_records":[{"price":10}]}';
const RUN_MS = 300_000;
const REVOKED_MS = 30_000;

/** In this order: later ones use what earlier ones released. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'a run has the metrics and artifacts of a run at home, and releases': async (place) => {
    const [here, there] = [await train(place, 'local'), await train(place, place.stack.name)];
    assert.deepEqual(there.metrics, here.metrics);
    assert.deepEqual(hashes(there), hashes(here));
    assert.equal(there.release?.version, 1);
  },
  'a second run reuses the steps of the first': async (place) => {
    const { steps } = await train(place, place.stack.name);
    assert.deepEqual(
      steps.slice(0, 4).map(({ status }) => status),
      ['cached', 'cached', 'cached', 'cached'],
    );
  },
  'a refused gate releases nothing': async (place) => {
    const { steps } = await train(place, place.stack.name, '--param', 'maxMse=0.01');
    assert.equal(steps.at(-1)!.status, 'skipped');
  },
  'a signed prediction is answered': async ({ home, stack }) => {
    const words = ['predict', MODEL, '--data', BODY, '--stack', stack.name];
    const { predictions } = await sluice<{ predictions: number[] }>(home, ...words);
    assert.equal(predictions.length, 1);
  },
  'an unsigned prediction is refused': async ({ stack }) => {
    const { status } = await predict(stack.deployer.endpoint!.url);
    assert.equal(status, 403);
  },
  'a token predicts if it has the scope, until it is revoked': async (place) => {
    const [reader, shop] = [await token(place, 'read'), await token(place, 'predict')];
    assert.equal((await predict(tokenUrl(place), reader.token)).status, 403);
    assert.equal((await predict(tokenUrl(place), shop.token)).status, 200);
    await sluice(place.home, 'token', 'revoke', shop.id, '--stack', place.stack.name);
    await until(async () => (await predict(tokenUrl(place), shop.token)).status === 401, REVOKED_MS + 5_000);
  },
  'a file that arrives starts one run': async ({ stack }) => {
    const key = `incoming/${MODEL}/${randomUUID()}.csv`;
    await stack.artifacts.replace(key, Buffer.concat([...generateOrders({ rows: 2_000, seed: 11 })]));
    const { id } = await stack.records.experiments.ensure(MODEL, Date.now());
    const started = async () => {
      const { items } = await stack.records.runs.list(id, { limit: 50 });
      const uri = stack.artifacts.uri(key);
      return items.filter(({ trigger }) => trigger.kind === 'new-data' && trigger.object === uri);
    };
    await until(async () => (await started())[0]?.status === 'completed', RUN_MS);
    assert.equal((await started()).length, 1);
  },
};

function train({ home, source }: Place, stack: string, ...more: string[]): Promise<RunReport> {
  return sluice(home, 'run', MODEL, '--param', `source=${source}`, '--stack', stack, ...more);
}

/** Of the steps that know no champion, which each stack has its own of. */
function hashes({ steps }: RunReport): unknown {
  return steps.slice(0, 4).map(({ name, outputs }) => [name, Object.values(outputs).map(({ sha256 }) => sha256)]);
}

function token({ home, stack }: Place, scope: string): Promise<{ readonly id: string; readonly token: string }> {
  return sluice(home, 'token', 'create', `smoke-${scope}`, '--scope', scope, '--stack', stack.name);
}

function tokenUrl({ stack }: Place): string {
  return stack.deployer.tokenUrl!;
}

function predict(api: string, bearer?: string): Promise<Response> {
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  return fetch(`${api}/models/${MODEL}/invocations`, { method: 'POST', body: BODY, headers });
}

async function until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const endsAtMs = Date.now() + timeoutMs;
  while (!(await isSo())) {
    assert.ok(Date.now() < endsAtMs, `it was not so within ${timeoutMs / 1000} s`);
    await sleep(1_000);
  }
}

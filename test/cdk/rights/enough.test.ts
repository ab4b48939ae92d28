import { describe, expect, it } from 'vitest';
import {
  authorizeRights,
  beginRights,
  finishRights,
  predictRights,
  startRights,
  stepRights,
} from '../../../cdk/rights/rights-of.ts';
import type { Right, Rights } from '../../../cdk/rights/rights.ts';
import { authorizeHandler } from '../../../lambdas/authorize/handler.ts';
import { customerSatisfaction } from '../../../pipelines/customer-satisfaction/pipeline.ts';
import { generateOrders } from '../../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import { createApp } from '../../../src/api/app.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import { createToken } from '../../../src/tracking/tokens/create-token.ts';
import { distributed } from '../../conformance/orchestrator/pipelines/distributed/pipeline.ts';
import { inTurn } from '../../conformance/orchestrator/pipelines/in-turn/pipeline.ts';
import type { Asked } from './asked.ts';
import { askingDeployment } from './asking-run.ts';

function rightsOf(pipeline: Pipeline, name: string): Rights {
  if (name === 'start') return startRights(pipeline);
  if (name === 'begin') return beginRights(pipeline);
  if (name === 'predict') return predictRights;
  return name === 'finish' ? finishRights : stepRights(pipeline, name);
}

/** What was asked for without a right to all of it at once. */
function denied({ records, objects }: Rights, asked: readonly Asked[]): Asked[] {
  const rights: readonly Right<string>[] = [...records, ...objects];
  return asked.filter(({ action, on }) => !rights.some((right) => right.actions.includes(action) && fits(right, on)));
}

function fits(right: Right<string>, names: readonly string[]): boolean {
  const patterns = right.on.map((pattern) => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`, 's'));
  return names.every((name) => patterns.some((pattern) => pattern.test(name)));
}

function deniedByFunction(pipeline: Pipeline, asked: Readonly<Record<string, readonly Asked[]>>) {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, requests]) => {
      const refused = denied(rightsOf(pipeline, name), requests);
      return refused.length > 0 ? [[name, refused]] : [];
    }),
  );
}

describe('the rights of every function', () => {
  it.each([
    [distributed, { size: 45 }],
    [inTurn, {}],
  ])('are enough for a run of $name', async (pipeline, parameters) => {
    const { run, asked } = askingDeployment(pipeline);

    expect(await run(parameters)).toBe('completed');

    expect(Object.keys(asked)).toEqual(expect.arrayContaining(['start', 'begin', ...pipeline.steps.keys(), 'finish']));
    expect(deniedByFunction(pipeline, asked)).toEqual({});
  });

  it('are enough to release a model beside a champion, to reuse what was made, and to serve it', async () => {
    const { run, asked, putFile, storesOf } = askingDeployment(customerSatisfaction);
    for (const seed of [1, 2]) {
      putFile(`incoming/customer-satisfaction/${seed}.csv`, Buffer.concat([...generateOrders({ rows: 600, seed })]));
    }

    const statuses: string[] = [];
    for (const seed of [1, 2, 2]) {
      const source = `s3://artifacts/incoming/customer-satisfaction/${seed}.csv`;
      statuses.push(await run({ source, minR2: -100, maxMse: 100 }));
    }

    const api = createApp({ ...storesOf('predict'), version: '1' });
    const answer = await api.request('/models/customer-satisfaction/invocations', { method: 'POST', body: '{}' });

    expect(answer.headers.get('x-sluice-version')).toBe('2'); // the third run made the model that serves again
    expect(statuses).toEqual(['completed', 'completed', 'completed']);
    expect(asked['release']!.some(({ action }) => action === 'ConditionCheckItem')).toBe(true);
    expect(deniedByFunction(customerSatisfaction, asked)).toEqual({});
  });

  it('are enough to know what a token allows', async () => {
    const { asked, storesOf } = askingDeployment(inTurn);
    const wish = { name: 'ci', scopes: ['predict'] } as const;
    const { text } = await createToken(storesOf('command').records.tokens, wish, { by: 'user:ann', atMs: 0 });

    const authorize = authorizeHandler(storesOf('authorize').records.tokens);
    const { context } = await authorize({ authorizationToken: `Bearer ${text}`, methodArn: 'arn:api/v1/GET/health' });

    expect(context).toEqual({ scopes: 'predict' });
    expect(asked['authorize']).toHaveLength(1);
    expect(denied(authorizeRights, asked['authorize']!)).toEqual([]);
  });

  it('are not those of another: what a step may do, its neighbour is denied', async () => {
    const { run, asked } = askingDeployment(distributed);
    await run({ size: 45 });
    const refused = denied(stepRights(distributed, 'total'), asked['double']!);
    expect(refused.map(({ action }) => action)).toContain('PutObject');
  });
});

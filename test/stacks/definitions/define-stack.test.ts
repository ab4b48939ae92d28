import { describe, expect, it } from 'vitest';
import { defineStack } from '../../../src/stacks/definitions/define-stack.ts';
import { FLAVORS, type Flavors } from '../../../src/stacks/definitions/stack-definition.ts';

const LEGAL = new Set([
  'in-process files sqlite local',
  'in-process s3 dynamodb local',
  'in-process s3 dynamodb api-gateway',
  'step-functions s3 dynamodb local',
  'step-functions s3 dynamodb api-gateway',
]);

const combinations: Flavors[] = FLAVORS.orchestrator.flatMap((orchestrator) =>
  FLAVORS.artifactStore.flatMap((artifactStore) =>
    FLAVORS.experimentTracker.flatMap((experimentTracker) =>
      FLAVORS.modelDeployer.map((modelDeployer) => ({ orchestrator, artifactStore, experimentTracker, modelDeployer })),
    ),
  ),
);
const nameOf = (flavors: Flavors) => Object.values(flavors).join(' ');
const legal = combinations.filter((flavors) => LEGAL.has(nameOf(flavors)));
const illegal = combinations.filter((flavors) => !LEGAL.has(nameOf(flavors)));
const [local, onAws] = [legal[0]!, legal[1]!];

describe('defineStack', () => {
  it('tries every combination there is', () => {
    expect([legal.length, illegal.length]).toEqual([5, 11]);
  });

  it.each(legal)('makes a stack of $orchestrator, $artifactStore, $experimentTracker, $modelDeployer', (flavors) => {
    expect(defineStack(flavors, {})).toEqual(flavors);
  });

  it.each(illegal)('refuses $orchestrator, $artifactStore, $experimentTracker, $modelDeployer', (flavors) => {
    expect(() => defineStack(flavors, {})).toThrow(
      expect.objectContaining({
        code: 'stack.combination',
        facts: expect.objectContaining({
          seen: Object.values(flavors).join(' + '),
          allowed: 'in-process + files + sqlite + local; in-process|step-functions + s3 + dynamodb + local|api-gateway',
        }),
      }),
    );
  });

  it('guesses which flavor was meant', () => {
    expect(() => defineStack({ ...local, artifactStore: 'file' }, {})).toThrow(
      expect.objectContaining({
        code: 'stack.flavor-unknown',
        facts: expect.objectContaining({ allowed: 'files, s3', mend: 'did you mean files?' }),
      }),
    );
  });

  it('keeps the settings that the flavors read, and only those given', () => {
    const settings = { region: 'eu-west-1', profile: undefined, endpoint: 'http://127.0.0.1:4566' };
    expect(defineStack(onAws, settings)).toEqual({ ...onAws, region: 'eu-west-1', endpoint: settings.endpoint });
  });

  it.each([
    [local, { region: 'eu-west-1' }, '--region', '--home'],
    [onAws, { home: '/data' }, '--home', '--region, --profile, --endpoint, --service'],
  ])('refuses a setting that nothing reads', (flavors, settings, seen, allowed) => {
    expect(() => defineStack(flavors, settings)).toThrow(
      expect.objectContaining({ code: 'stack.setting', facts: expect.objectContaining({ seen, allowed }) }),
    );
  });

  it.each(['4566', '127.0.0.1:4566', 'ftp://host', 'http://host/', 'http://host/path', 'http://host?query'])(
    'refuses %s as an endpoint',
    (endpoint) => {
      expect(() => defineStack(onAws, { endpoint })).toThrow(expect.objectContaining({ code: 'stack.bad-endpoint' }));
    },
  );
});

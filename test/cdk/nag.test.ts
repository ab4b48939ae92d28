import { type App, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../cdk/stage.ts';
import { satisfaction } from '../pipeline/example.ts';
import { GithubAccess } from '../../cdk/github-access.ts';
import { deployedPipeline, deployedService } from './deployed.ts';
import { folds } from './rights/example.ts';

/** What the rules find, as synthesis says it; '' for nothing. */
function findings(app: App): string {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  try {
    app.synth();
    return '';
  } catch (error) {
    return String(error);
  }
}

function deployed(stage: Stage): App {
  const { app, service } = deployedService({ stage, alertEmail: 'team@example.com', tokenApi: true });
  deployedPipeline(service, satisfaction);
  deployedPipeline(service, folds, { schedule: { expression: 'rate(1 day)', parameters: {} } });
  return new GithubAccess(app, 'github', { repository: 'octo-org/rents' }).node.root as App;
}

function withBareBucket(): App {
  return new Bucket(deployedService().service, 'Bare').node.root as App; // the root of what it is in
}

// Synthesised while the file loads: the first synthesis of a process takes seconds on a busy machine.
const found = { dev: findings(deployed('dev')), prod: findings(deployed('prod')), bare: findings(withBareBucket()) };

describe('the AwsSolutions rules of cdk-nag', () => {
  it.each(['dev', 'prod'] as const)('find nothing in %s that has no reason at its resource', (stage) => {
    expect(found[stage]).toBe('');
  });

  it('are asked: they find a bucket that nobody gave a thought', () => {
    expect(found.bare).toMatch(/SSL.*\n.*sluice\/Bare/);
  });
});

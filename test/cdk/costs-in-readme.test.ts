import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { PipelineStack } from '../../cdk/pipeline-stack.ts';
import { ServiceStack } from '../../cdk/service-stack.ts';
import { customerSatisfaction } from '../../pipelines/customer-satisfaction/pipeline.ts';
import { flightDelay } from '../../pipelines/flight-delay/pipeline.ts';
import { formatDollars } from '../../src/cli/plan/format-dollars.ts';
import { frequencyOf } from '../../src/cli/plan/frequency.ts';
import { planReport } from '../../src/cli/plan/plan-report.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { DOOR_MEMORY_MB, FINISH_MEMORY_MB } from '../../src/stacks/aws/estimate/functions.ts';
import { PRICES } from '../../src/stacks/aws/estimate/prices.ts';

const code = Code.fromInline('exports.handler = () => {}');
const service = new ServiceStack(new App(), 'sluice', {
  sluiceStack: 'aws',
  code: { authorize: code, finish: code, predict: code },
});
const stack = new PipelineStack(service.node.root, 'sluice-customer-satisfaction', {
  service,
  pipeline: customerSatisfaction,
  code: {
    begin: code,
    start: code,
    steps: Object.fromEntries([...customerSatisfaction.steps.keys()].map((step) => [step, code])),
  },
});
const templates = { service: Template.fromStack(service), pipeline: Template.fromStack(stack) };

let section: string;
beforeAll(async () => {
  const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');
  [, section] = /## Costs\n([^]*?)\n## /.exec(readme) as unknown as [string, string];
});

function monthOf(pipeline: Pipeline) {
  const [, expression] = /--schedule "([^"]+)"/.exec(section)!;
  const frequency = frequencyOf(expression!, Date.UTC(2026, 10, 23));
  return planReport({ pipeline, frequency, last: undefined, items: new Map(), stepDurationMs: 20_000 }).month!;
}

const alarmsOf = (template: Template) => Object.keys(template.findResources('AWS::CloudWatch::Alarm')).length;

describe('the costs in the README', () => {
  it.each([customerSatisfaction, flightDelay])('of $name are those that plan comes to', (pipeline) => {
    const { cost, costAtMost } = monthOf(pipeline);
    const [, short, longest] = new RegExp(`\\| ${pipeline.name} +\\| (\\S+) +\\| (\\S+) `).exec(section)!;
    expect([short, longest]).toEqual([formatDollars(cost), formatDollars(costAtMost)]);
  });

  it('are at the prices that the code has', () => {
    expect(section).toContain(`list prices of ${PRICES.region} as of ${PRICES.asOf}`);
  });

  it('leave out as many alarms as are deployed', () => {
    const [, ofService, ofPipeline] = /each, (\d+) of the service\nand (\d+) of a pipeline\)/.exec(section)!;
    expect([alarmsOf(templates.service), alarmsOf(templates.pipeline)]).toEqual([
      Number(ofService),
      Number(ofPipeline),
    ]);
    templates.service.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });

  it('are of functions with the memory that they are deployed with', () => {
    const memoryMb = (template: Template, id: RegExp) => {
      const functions = Object.entries(template.findResources('AWS::Lambda::Function'));
      return functions.filter(([name]) => id.test(name)).map(([, { Properties }]) => Properties.MemorySize as number);
    };
    expect(memoryMb(templates.pipeline, /^(Begin|Start)[0-9A-F]{8}$/)).toEqual([DOOR_MEMORY_MB, DOOR_MEMORY_MB]);
    expect(memoryMb(templates.service, /^Finish[0-9A-F]{8}$/)).toEqual([FINISH_MEMORY_MB]);
  });
});

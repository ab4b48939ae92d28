import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { inLanes } from '../../../runs/in-lanes.ts';
import type { Schedules } from '../../schedules.ts';
import type { AwsPlace } from '../clients.ts';
import { listStacks, readPipelineStack } from '../deployment.ts';
import { pipelineStackName } from '../names.ts';
import { SMALL_REQUESTS } from '../patience.ts';
import { findRule, noRule, ruleGone, turnRule } from './schedule-rule.ts';

/** The schedules of deployed pipelines: the rules that their stacks name. Throws `aws.*` too. */
export function deployedSchedules(
  place: AwsPlace,
  cloudFormation: CloudFormationClient,
  serviceStack: string,
): Schedules {
  return {
    async list() {
      const prefix = pipelineStackName('', serviceStack);
      const stacks = (await listStacks(cloudFormation)).filter(({ outputs }) => outputs['Service'] === serviceStack);
      const rules = stacks.flatMap(({ name, outputs }) => {
        const rule = outputs['ScheduleRule'];
        return rule === undefined ? [] : [{ pipeline: name.slice(prefix.length), rule }];
      });
      const byName = rules.toSorted((a, b) => (a.pipeline < b.pipeline ? -1 : 1));
      const found = await withEvents(place, (client) =>
        inLanes(byName, ({ pipeline, rule }) => findRule(client, pipeline, rule)),
      );
      return found.filter((schedule) => schedule !== undefined);
    },
    async turn(pipeline, to) {
      const stack = await readPipelineStack(cloudFormation, pipeline, serviceStack);
      const rule = stack.outputs['ScheduleRule'];
      if (rule === undefined) throw noRule(pipeline, `${stack.name}: ${stack.status}, without output ScheduleRule`);
      return withEvents(place, async (client) => {
        await turnRule(client, { pipeline, rule, to });
        const turned = await findRule(client, pipeline, rule);
        if (!turned) throw ruleGone(pipeline, rule);
        return turned;
      });
    },
  };
}

/** Only these commands need the client. */
async function withEvents<T>(place: AwsPlace, work: (client: EventBridgeClient) => Promise<T>): Promise<T> {
  const events = await import('@aws-sdk/client-eventbridge');
  const client = new events.EventBridgeClient({ ...place, ...SMALL_REQUESTS });
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
}

import type { MapNode } from '../graph.ts';
import type { Resources, State, StateMachine } from './state-machine.ts';

/** Items an inline Map works on at once, and the most it is used for. */
const INLINE_ITEMS = 40;

/** Whether a map runs within its state machine's own execution, not as a Distributed Map. */
export function isInline({ maxItems }: MapNode): boolean {
  return maxItems <= INLINE_ITEMS;
}

/** The state that runs a map over indices; the items stay in their artifact. `indices` is their path in the state. */
export function mapState(node: MapNode, indices: string, body: StateMachine, resources: Resources): State {
  const inline = isInline(node);
  return {
    Type: 'Map',
    MaxConcurrency: Math.min(node.concurrency, inline ? INLINE_ITEMS : node.maxItems),
    ...(inline ? { ItemsPath: indices } : { ItemReader: indexReader(node, resources) }),
    ItemSelector: {
      'run.$': '$.run',
      'index.$': `States.Format('{}@${node.id}#{}', $.index, $$.Map.Item.Value)`,
      values: {},
    },
    // STANDARD: an EXPRESS child ends after five minutes, a step may take fifteen.
    ItemProcessor: {
      ProcessorConfig: inline ? { Mode: 'INLINE' } : { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      ...body,
    },
    ...(inline ? {} : { Label: node.id }),
    ResultPath: null,
  };
}

function indexReader(node: MapNode, resources: Resources): Readonly<Record<string, unknown>> {
  const { node: from, output } = node.items;
  return {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: 'JSON' },
    Parameters: {
      Bucket: resources.bucket,
      // the same key as indexFileKey(run, index, from, output)
      'Key.$': `States.Format('runs/{}/indices/${from}{}.${output}.json', $.run, $.index)`,
    },
  };
}

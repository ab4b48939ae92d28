import { Duration, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Dashboard, GraphWidget, type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** A CloudWatch dashboard of the API and of every pipeline's runs; an account has three for nothing. */
export function dashboard(
  scope: Construct,
  id: string,
  { apis, finish }: { readonly apis: Readonly<Record<string, RestApi>>; readonly finish: Function },
): Dashboard {
  const runs = runsOf(Stack.of(scope).stackName);
  return new Dashboard(scope, id, {
    defaultInterval: Duration.days(7),
    widgets: [
      [
        graph('Runs that succeeded, by pipeline', [runs('ExecutionsSucceeded', 'Sum')]),
        graph('Runs that failed or took too long', [
          runs('ExecutionsFailed', 'Sum'),
          runs('ExecutionsTimedOut', 'Sum'),
        ]),
        graph('Time of a run, ms', [runs('ExecutionTime', 'Average')]),
      ],
      [
        ...Object.entries(apis).flatMap(([name, api]) => apiGraphs(name, api)),
        graph('Ends of runs: errors, ms waited', [
          finish.metricErrors(),
          finish.metric('AsyncEventAge', { statistic: Stats.MAXIMUM }),
        ]),
      ],
    ],
  });
}

function apiGraphs(name: string, api: RestApi): GraphWidget[] {
  const percentile = (percent: number) => api.metricLatency({ statistic: Stats.percentile(percent) });
  return [
    graph(`${name}: requests and errors`, [api.metricCount(), api.metricClientError(), api.metricServerError()]),
    graph(`${name}: latency, ms`, [percentile(50), percentile(95), percentile(99)]),
  ];
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8 });
}

/**
 * Of every state machine whose name has the words of the service's, so that pipelines may come and go: CloudWatch searches
 * by words. Those of a service `shop-prod` are in the graphs of `shop` as well.
 */
function runsOf(service: string): (metric: string, statistic: string) => MathExpression {
  const words = service.split('-').join(' ');
  return (metric, statistic) => {
    const search = `{AWS/States,StateMachineArn} MetricName="${metric}" ${words}`;
    return new MathExpression({ expression: `SEARCH('${search}', '${statistic}', 3600)`, usingMetrics: {}, label: '' });
  };
}

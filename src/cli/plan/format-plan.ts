import { formatColumns } from '../report/format-columns.ts';
import { formatDuration } from '../report/format-duration.ts';
import type { Frequency } from './frequency.ts';
import { formatDollars } from './format-dollars.ts';
import type { Durations, PlanReport } from './plan-report.ts';

/** A plan for people. */
export function formatPlan(plan: PlanReport): string {
  return [
    `a run of ${plan.pipeline} on AWS: conditions true, nothing reused, nothing tried again, all calls cold\n`,
    formatCosts(plan),
    '\n',
    formatSteps(plan),
    '\n',
    `durations:     ${formatDurations(plan.durations)}`,
    `longest path:  ${formatPath(plan)}`,
    ...formatMonth(plan),
    `prices:        list prices of ${plan.prices.region}, ${plan.prices.asOf}, no free tier`,
    `not in it:     ${NOT_INCLUDED}`,
    formatMisfits(plan),
  ]
    .map((part) => (part.endsWith('\n') ? part : `${part}\n`))
    .join('');
}

const NOT_INCLUDED = 'storage, logs, traces, alarms, predictions, data transfer, retries, files read in parts';

function formatCosts({ run, cost, atMost }: PlanReport): string {
  const { records, readUnits, writeUnits, objectReads, objectWrites } = run.requests;
  const upTo = `of at most ${round(atMost.gbSeconds)}`;
  return formatColumns(
    ['service', 'asked', 'costs'],
    [
      ['Step Functions', `${run.transitions} transitions`, formatDollars(cost.stepFunctions)],
      ['Lambda', `${run.invocations} calls, ${round(run.gbSeconds)} GB-s ${upTo}`, formatDollars(cost.lambda)],
      [
        'DynamoDB',
        `${records} requests, ${readUnits} read and ${writeUnits} write units`,
        formatDollars(cost.dynamoDb),
      ],
      ['S3', `${objectReads} reads, ${objectWrites} writes`, formatDollars(cost.s3)],
      ['a run', '', `${formatDollars(cost.total)} of at most ${formatDollars(atMost.cost)}`],
    ],
  );
}

function formatSteps({ run: { steps, longestPath }, prices }: PlanReport): string {
  const path = new Set(longestPath.steps);
  return formatColumns(
    ['step', 'times', 'memory', 'takes', 'timeout', 'costs', 'longest path'],
    steps.map(({ node, times, memoryMb, durationMs, timeoutMs, gbSeconds }) => [
      node,
      String(times),
      `${memoryMb} MB`,
      formatDuration(durationMs),
      formatDuration(timeoutMs),
      formatDollars(gbSeconds * prices.perGbSecond),
      path.has(node) ? '*' : '',
    ]),
  );
}

function formatDurations({ from, run, unmeasured }: Durations): string {
  if (from === 'option') return 'as --step-duration says';
  if (from === 'timeouts') return 'no run has completed: every step takes all of its time';
  const faster = run!.stack === 'aws' ? '' : ', which may be faster than Lambda';
  const timeouts = unmeasured.length > 0 ? `; timeouts of ${unmeasured.join(', ')}, which it did not run` : '';
  return `of run ${run!.id.slice(0, 12)} on ${run!.stack}${faster}${timeouts}`;
}

function formatPath({ run, atMost }: PlanReport): string {
  return `${formatDuration(run.longestPath.durationMs)}, at most ${formatDuration(atMost.longestPath.durationMs)}`;
}

function formatMonth({ month }: PlanReport): string[] {
  if (!month) return ['a month:       give --schedule or --runs-per-month; $0.00 while it does not run'];
  const { runsPerMonth, cost, costAtMost, schedule } = month;
  return [
    ...(schedule ? [`schedule:      ${formatSchedule(schedule)}`] : []),
    `a month:       ${round(runsPerMonth)} ${runsPerMonth === 1 ? 'run' : 'runs'}, ${formatDollars(cost)} of at most ${formatDollars(costAtMost)}; $0.00 while it does not run`,
  ];
}

function formatSchedule({ expression, next }: NonNullable<Frequency['schedule']>): string {
  const from = expression.startsWith('rate') ? 'if it were deployed now' : 'in UTC';
  return `${expression} ${from}, next ${next.join(', ')}`;
}

function formatMisfits({ misfits }: PlanReport): string {
  if (misfits.length === 0) return 'does not fit:  nothing';
  const lines = misfits.map(({ where, problem, mend }) => `  ${where}: ${problem}\n    mend: ${mend}`);
  return `does not fit:\n${lines.join('\n')}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

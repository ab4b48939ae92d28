import { SluiceError } from '../../../errors/sluice-error.ts';
import type { EndedExecution } from './ending.ts';

/** What EventBridge says beside how the execution ended. */
export interface ExecutionEvent extends EndedExecution {
  readonly stateMachineArn: string;
  /** ms since 1970. */
  readonly startDate: number;
  /** JSON; null where it was too long for the event. */
  readonly input?: string | null;
}

const TIMES = ['startDate', 'stopDate'] as const;

/** An event as it arrives: AWS tells times in ms since 1970, LocalStack in ISO 8601. */
export type ArrivedEvent = Omit<ExecutionEvent, (typeof TIMES)[number]> &
  Readonly<Record<(typeof TIMES)[number], number | string>>;

/** Reads the times of an event. Throws `run.bad-ending`. */
export function readExecutionEvent(arrived: ArrivedEvent): ExecutionEvent {
  const [startDate, stopDate] = TIMES.map((name) => timeOf(arrived, name)) as [number, number];
  return { ...arrived, startDate, stopDate };
}

function timeOf(arrived: ArrivedEvent, name: (typeof TIMES)[number]): number {
  const time: unknown = arrived[name]; // of an event that anybody may have sent
  const timeMs = typeof time === 'string' || typeof time === 'number' ? new Date(time).getTime() : Number.NaN;
  if (!Number.isNaN(timeMs)) return timeMs;
  throw new SluiceError({
    code: 'run.bad-ending',
    message: `the event that says how run ${arrived.name} ended has a time that cannot be read`,
    seen: `${name}: ${JSON.stringify(time)}`,
    allowed: 'ms since 1970, or ISO 8601',
    mend: 'see what sends the event; sluice stop ends a run that goes on in the records only',
  });
}

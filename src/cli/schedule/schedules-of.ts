import { SluiceError } from '../../errors/sluice-error.ts';
import type { Schedules } from '../../stacks/schedules.ts';
import type { Stack } from '../../stacks/stack.ts';

/** The schedules of a stack. Throws `schedule.none-here`. */
export function schedulesOf({ name, schedules }: Pick<Stack, 'name' | 'schedules'>): Schedules {
  if (schedules) return schedules;
  throw new SluiceError({
    code: 'schedule.none-here',
    message: 'nothing on this stack runs by itself',
    seen: `stack ${name}`,
    allowed: 'stacks on AWS, or on an emulator',
    mend: 'let cron call `sluice run PIPELINE` on this machine, or name a stack with --stack',
  });
}

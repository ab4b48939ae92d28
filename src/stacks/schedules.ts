/** When a deployed pipeline runs by itself. */
export interface PipelineSchedule {
  readonly pipeline: string;
  /** As EventBridge has it, in UTC. */
  readonly expression: string;
  readonly enabled: boolean;
}

/** The schedules of the pipelines of a stack. */
export interface Schedules {
  /** By pipeline. */
  list(): Promise<readonly PipelineSchedule[]>;
  /** Turns one on or off; safe to repeat. Throws `schedule.not-deployed`, `stack.not-deployed`. */
  turn(pipeline: string, to: 'on' | 'off'): Promise<PipelineSchedule>;
}

import { setTimeout } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unavailable } from './dynamo-fault.ts';

/** The table of records and how to reach it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** Waits before the attempt after this one, counted from 0. */
  readonly pause: (attempt: number) => Promise<void>;
}

const attempts = 30;
const pauseMs = { first: 20, greatest: 500 };

/** Waits for a random part of a time that doubles with each attempt, so that those who collided come apart. */
export async function jitteredPause(attempt: number): Promise<void> {
  await setTimeout(Math.random() * Math.min(pauseMs.greatest, pauseMs.first * 2 ** attempt));
}

/** Does the work until it answers other than undefined, with pauses; throws `records.unavailable` when it never does. */
export async function untilAnswered<T>(table: Table, work: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await work();
    if (answer !== undefined) return answer;
    await table.pause(attempt);
  }
  throw unavailable(`${attempts} attempts in vain`);
}

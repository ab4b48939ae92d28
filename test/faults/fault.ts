import { createHash } from 'node:crypto';

/** What can befall a call between the SDK and AWS. */
export const FAULTS = [
  'unsent', // the connection ends before the service hears of it
  'unanswered', // the service does it, and its answer is lost
  'belated', // the connection ends, and the service does it when the next attempt may have been made
  'cut', // half of the answer comes
  'late', // all is well, but slow
  'error', // 500, the service's own fault
  'unavailable', // 503, of something in front of the service
  'throttled',
] as const;

export type Fault = (typeof FAULTS)[number];

/** Which faults befall calls. */
export interface Misfortune {
  readonly seed: number;
  /** Of the calls, from 0 to 1. */
  readonly share: number;
}

/** The fault of the call of this name that comes as the nth, from 0: the same for the same seed, whatever comes between. */
export function drawFault({ seed, share }: Misfortune, name: string, nth: number): Fault | undefined {
  const drawn = createHash('sha256').update(`${seed} ${name} ${nth}`).digest();
  if (drawn.readUInt32BE(0) / 2 ** 32 >= share) return undefined;
  return FAULTS[drawn.readUInt32BE(4) % FAULTS.length];
}

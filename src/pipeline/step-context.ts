import type { Progress } from '../data/progress.ts';
import type { Model } from '../models/model.ts';
import type { ReleasedVersion } from '../tracking/step-record.ts';
import type { Verdict } from '../tracking/verdict.ts';
import type { RegistryAccess } from './graph.ts';

/** What a step may write down about itself; kept with its outputs and replayed when they are reused. */
export interface StepLogger {
  parameter(key: string, value: string | number | boolean): void;
  /** `step` counts iterations, as epochs; 0 unless said. */
  metric(key: string, value: number, step?: number): void;
  tag(key: string, value: string): void;
  /** Several at once. */
  parameters(values: Readonly<Record<string, string | number | boolean>>): void;
  metrics(values: { readonly [key: string]: number }, step?: number): void;
  tags(values: Readonly<Record<string, string>>): void;
}

/** What every step is handed beside inputs and parameters. No clock, no id, no randomness: outputs depend on inputs alone. */
export interface StepContext {
  readonly log: StepLogger;
  /** Aborted when the attempt's time is over or the run is stopped. */
  readonly signal: AbortSignal;
  /** Shows who looks on how far the step is, in any unit, called as often as it likes; nothing of it is kept. */
  readonly progress: Progress;
}

/** The model that serves now. */
export interface Champion {
  readonly version: number;
  readonly model: Model;
}

/** The version that serves by its record, but whose model cannot be read any more. */
export interface LostChampion {
  readonly version: number;
  /** Why; equal in equal cases, whatever the run and the place. */
  readonly lost: string;
}

/** For steps with `registry: 'read'`. */
export interface RegistryReader {
  champion(model: string): Promise<Champion | LostChampion | undefined>;
}

/** For steps with `registry: 'release'`. */
export interface Releaser extends RegistryReader {
  /**
   * Registers the model artifact of an input as the next version and makes it the champion, unless the champion is that
   * model with those metrics; safe to repeat. Throws `release.conflict` when the verdict held it against another
   * champion than serves, `release.not-a-model`.
   */
  release(request: ReleaseRequest): Promise<ReleasedVersion>;
}

export interface ReleaseRequest {
  readonly model: string;
  /** Name of the step's input that is the model artifact. */
  readonly input: string;
  readonly metrics: { readonly [key: string]: number };
  readonly verdict: Verdict;
}

/** The context of a step with that access to the registry, and the values of those secrets and that configuration. */
export type ContextFor<
  R extends RegistryAccess,
  S extends string = never,
  C extends string = never,
> = RegistryContext<R> & Handed<'secrets', S> & Handed<'configuration', C>;

/** A context has only what a step declares. */
type Handed<Kind extends string, Names extends string> = [Names] extends [never]
  ? unknown
  : { readonly [K in Kind]: { readonly [Name in Names]: string } };

type RegistryContext<R extends RegistryAccess> = R extends 'release'
  ? StepContext & { readonly registry: Releaser }
  : R extends 'read'
    ? StepContext & { readonly registry: RegistryReader }
    : StepContext;

import type { SourceFile } from '../data/source-file.ts';
import type { Scalar } from '../tracking/step-record.ts';

/**
 * Declares one parameter of a pipeline. Plain data, so that it travels in the deployed manifest and every door
 * (command, API, schedule) checks with the same rules.
 */
export type ParameterDeclaration = NumberParameter | TextParameter | ChoiceParameter | FlagParameter | FileParameter;

export interface NumberParameter {
  readonly kind: 'number' | 'integer';
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
  readonly description?: string;
}

export interface TextParameter {
  readonly kind: 'text';
  readonly default?: string;
  readonly description?: string;
}

export interface ChoiceParameter<C extends string = string> {
  readonly kind: 'choice';
  readonly choices: readonly C[];
  readonly default?: C;
  readonly description?: string;
}

export interface FlagParameter {
  readonly kind: 'flag';
  readonly default?: boolean;
  readonly description?: string;
}

export interface FileParameter {
  readonly kind: 'file';
  readonly description?: string;
}

/** Made-up data for a file parameter, for a first try. */
export interface Sample {
  /** Says that it is generated. */
  readonly description: string;
  readonly fileName: string;
  readonly rows: number;
  /** Equal seeds give equal bytes. */
  readonly seed: number;
  readonly generate: (options: { readonly rows: number; readonly seed: number }) => Iterable<Uint8Array>;
}

/** What a run holds for a declared parameter. */
export type ParameterType<D> = D extends NumberParameter
  ? number
  : D extends ChoiceParameter<infer C>
    ? C
    : D extends TextParameter
      ? string
      : D extends FlagParameter
        ? boolean
        : SourceFile;

/** A text of up to 1 KiB. */
export function text(options: Omit<TextParameter, 'kind'> = {}): TextParameter {
  return { kind: 'text', ...options };
}

/** A finite number. */
export function number(options: Omit<NumberParameter, 'kind'> = {}): NumberParameter {
  return { kind: 'number', ...options };
}

/** A safe integer. */
export function integer(options: Omit<NumberParameter, 'kind'> = {}): NumberParameter {
  return { kind: 'integer', ...options };
}

/** One of some texts. */
export function choice<const C extends string>(
  choices: readonly C[],
  options: { readonly default?: NoInfer<C>; readonly description?: string } = {},
): ChoiceParameter<C> {
  return { kind: 'choice', choices, ...options };
}

/** true or false. */
export function flag(options: Omit<FlagParameter, 'kind'> = {}): FlagParameter {
  return { kind: 'flag', ...options };
}

/** A file, given by path or `s3://` URI; the step gets a `SourceFile`. */
export function file(options: Omit<FileParameter, 'kind'> = {}): FileParameter {
  return { kind: 'file', ...options };
}

/** The value a declaration has when none is given; undefined when one must be given. */
export function defaultOf(declaration: ParameterDeclaration): Scalar | undefined {
  return declaration.kind === 'file' ? undefined : declaration.default;
}

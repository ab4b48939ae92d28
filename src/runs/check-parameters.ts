import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { defaultOf, type NumberParameter, type ParameterDeclaration } from '../pipeline/parameters.ts';
import type { Scalar } from '../tracking/step-record.ts';

type Declarations = Readonly<Record<string, ParameterDeclaration>>;

/** Longest text parameter, in bytes of UTF-8: it travels in the state. */
const MAX_TEXT_BYTES = 1_024;

/**
 * The value of every declared parameter: given ones checked and turned from text where they came as text, defaults
 * for the rest. A file stays the path or URI it was given by.
 * Throws `parameter.unknown`, `parameter.missing`, `parameter.not-allowed`.
 */
export function checkParameters(
  declarations: Declarations,
  given: Readonly<Record<string, Scalar>>,
): Record<string, Scalar> {
  for (const name of Object.keys(given)) if (!Object.hasOwn(declarations, name)) throw unknown(name, declarations);
  return Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => {
      const value = Object.hasOwn(given, name) ? given[name] : defaultOf(declaration);
      if (value === undefined) throw missing(name, declaration);
      return [name, convert(name, declaration, value)];
    }),
  );
}

function convert(name: string, declaration: ParameterDeclaration, value: Scalar): Scalar {
  const converted = typeof value === 'string' ? fromText(declaration, value) : value;
  if (converted !== undefined && fits(declaration, converted)) return converted;
  throw new SluiceError({
    code: 'parameter.not-allowed',
    message: `parameter ${name} has a value that is not allowed`,
    seen: JSON.stringify(value),
    allowed: describe(declaration),
    mend: mendOf(name, declaration, String(value)),
  });
}

function mendOf(name: string, declaration: ParameterDeclaration, value: string): string {
  const near = declaration.kind === 'choice' ? nearest(value, declaration.choices) : undefined;
  return near === undefined ? `give ${name} one of the allowed values` : `did you mean ${name}=${near}?`;
}

function fromText(declaration: ParameterDeclaration, text: string): Scalar | undefined {
  switch (declaration.kind) {
    case 'number':
    case 'integer':
      return text.trim() === '' ? undefined : Number(text);
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    default:
      return text;
  }
}

function fits(declaration: ParameterDeclaration, value: Scalar): boolean {
  switch (declaration.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && inRange(declaration, value);
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) && inRange(declaration, value);
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && declaration.choices.includes(value);
    case 'text':
      return typeof value === 'string' && Buffer.byteLength(value) <= MAX_TEXT_BYTES;
    case 'file':
      return typeof value === 'string' && value !== '';
  }
}

function inRange({ min = -Infinity, max = Infinity }: NumberParameter, value: number): boolean {
  return value >= min && value <= max;
}

/** A declaration's values in words, as `a number from 0`. */
export function describe(declaration: ParameterDeclaration): string {
  switch (declaration.kind) {
    case 'number':
    case 'integer': {
      const what = declaration.kind === 'integer' ? 'a whole number' : 'a number';
      const from = declaration.min === undefined ? '' : ` from ${declaration.min}`;
      return what + from + (declaration.max === undefined ? '' : ` to ${declaration.max}`);
    }
    case 'flag':
      return 'true or false';
    case 'choice':
      return declaration.choices.join(', ');
    case 'text':
      return `a text of at most ${MAX_TEXT_BYTES} bytes`;
    case 'file':
      return 'a path or an s3:// URI';
  }
}

function unknown(name: string, declarations: Declarations): SluiceError {
  const names = Object.keys(declarations);
  const near = nearest(name, names);
  return new SluiceError({
    code: 'parameter.unknown',
    message: 'the pipeline has no such parameter',
    seen: name,
    allowed: names.join(', ') || 'none',
    mend: near === undefined ? 'use one of the declared parameters' : `did you mean ${near}?`,
  });
}

function missing(name: string, declaration: ParameterDeclaration): SluiceError {
  return new SluiceError({
    code: 'parameter.missing',
    message: `parameter ${name} has no value`,
    allowed: describe(declaration),
    mend: `give it with --param ${name}=…`,
  });
}

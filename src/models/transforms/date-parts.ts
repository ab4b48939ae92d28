import type { Columns, Table } from '../../data/table.ts';
import { numericValues } from '../numeric-column.ts';
import { replaceColumns, type MadeColumn } from './replace-columns.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Parts that begin anew after a fixed number of steps. */
const PERIODS = { minute: 60, hour: 24, weekday: 7, month: 12 } as const;

const PARTS = {
  minute: (timeMs: number) => modulo(Math.floor(timeMs / MINUTE_MS), 60),
  hour: (timeMs: number) => modulo(Math.floor(timeMs / HOUR_MS), 24),
  weekday: (timeMs: number) => modulo(Math.floor(timeMs / DAY_MS) + 3, 7) + 1,
  day: (timeMs: number) => new Date(timeMs).getUTCDate(),
  month: (timeMs: number) => new Date(timeMs).getUTCMonth() + 1,
  year: (timeMs: number) => new Date(timeMs).getUTCFullYear(),
} as const;

/** A part of an instant, in UTC: `weekday` counts from Monday, 1, as ISO 8601 does, `month` and `day` from 1. */
export type DatePart = keyof typeof PARTS;
/** A part that lies on a circle. */
export type PeriodicPart = keyof typeof PERIODS;

export const DATE_PARTS = Object.keys(PARTS) as readonly DatePart[];
export const PERIODIC_PARTS = Object.keys(PERIODS) as readonly PeriodicPart[];

/** Names of the columns that hold instants. */
export type TimeName<C extends Columns> = { [N in keyof C & string]: C[N] extends 'time' ? N : never }[keyof C &
  string];

/** Takes columns of instants apart; plain data. */
export type DatePartsTransform<N extends string = string> = NumberParts<N> | CyclicParts<N>;

/** Parts as whole numbers. */
export interface NumberParts<N extends string = string, P extends DatePart = DatePart> {
  readonly kind: 'date-parts';
  readonly form: 'number';
  readonly columns: readonly N[];
  readonly parts: readonly P[];
}

/** Sine and cosine of parts over their periods, so that 23 o'clock lies beside 0. */
export interface CyclicParts<N extends string = string, P extends PeriodicPart = PeriodicPart> {
  readonly kind: 'date-parts';
  readonly form: 'cyclic';
  readonly columns: readonly N[];
  readonly parts: readonly P[];
}

/** The columns of `C` with `hour` of `date` as `date.hour`. */
export type WithDateParts<C extends Columns, N extends string, P extends DatePart> = Omit<C, N> &
  Readonly<Record<`${N}.${P}`, 'int'>>;

/** The columns of `C` with `hour` of `date` as `date.hour.sin` and `date.hour.cos`. */
export type WithCyclicParts<C extends Columns, N extends string, P extends PeriodicPart> = Omit<C, N> &
  Readonly<Record<`${N}.${P}.${'sin' | 'cos'}`, 'float'>>;

/** Parts of instants as whole numbers. */
export function dateParts<const N extends string, const P extends DatePart>(
  columns: readonly N[],
  parts: readonly P[],
): NumberParts<N, P> {
  return { kind: 'date-parts', form: 'number', columns, parts };
}

/** Parts of instants as points of a circle. */
export function cyclicDateParts<const N extends string, const P extends PeriodicPart>(
  columns: readonly N[],
  parts: readonly P[],
): CyclicParts<N, P> {
  return { kind: 'date-parts', form: 'cyclic', columns, parts };
}

/** The table with each column of instants replaced by its parts; a missing instant has missing parts. */
export function applyDateParts<C extends Columns, N extends TimeName<C>, P extends DatePart>(
  transform: NumberParts<N, P>,
  table: Table<C>,
): Table<WithDateParts<C, N, P>> {
  return takeApart(transform, table) as Table<WithDateParts<C, N, P>>;
}

/** As `applyDateParts`, with two columns a part. */
export function applyCyclicDateParts<C extends Columns, N extends TimeName<C>, P extends PeriodicPart>(
  transform: CyclicParts<N, P>,
  table: Table<C>,
): Table<WithCyclicParts<C, N, P>> {
  return takeApart(transform, table) as Table<WithCyclicParts<C, N, P>>;
}

/** As `applyDateParts`, for a transform whose types are not known any more. */
export function takeApart(transform: DatePartsTransform, table: Table): Table {
  const made = transform.columns.map((name): [string, MadeColumn[]] => {
    return [name, partsOf(transform, name, numericValues(table, name))];
  });
  return replaceColumns(table, new Map(made));
}

function partsOf(transform: DatePartsTransform, name: string, times: Float64Array): MadeColumn[] {
  if (transform.form === 'cyclic') return transform.parts.flatMap((part) => circle(name, part, times));
  return transform.parts.map((part) => ({
    name: `${name}.${part}`,
    column: { kind: 'int', values: times.map(PARTS[part]) },
  }));
}

function circle(name: string, part: PeriodicPart, times: Float64Array): MadeColumn[] {
  const turns = times.map((time) => (PARTS[part](time) * 2 * Math.PI) / PERIODS[part]);
  return [
    { name: `${name}.${part}.sin`, column: { kind: 'float', values: turns.map(Math.sin) } },
    { name: `${name}.${part}.cos`, column: { kind: 'float', values: turns.map(Math.cos) } },
  ];
}

/** The rest that is never negative, so that times before 1970 have their parts too. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

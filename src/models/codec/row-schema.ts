import type { ColumnKind } from '../../data/table.ts';
import type { Signature } from '../model.ts';
import type { Json } from '../../data/canonical-json.ts';

/** A row that a model takes, as JSON Schema (draft 2020-12); further columns are let pass. */
export function rowSchema({ inputs }: Signature): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(inputs.map(({ name, kind, nullable }) => [name, cellSchema(kind, nullable)])),
    required: inputs.filter(({ nullable }) => !nullable).map(({ name }) => name),
  };
}

const types: Readonly<Record<ColumnKind, readonly string[]>> = {
  float: ['number'],
  int: ['integer'],
  text: ['string'],
  time: ['integer', 'string'],
};

function cellSchema(kind: ColumnKind, nullable: boolean): Json {
  const all = nullable ? [...types[kind], 'null'] : types[kind];
  const type = all.length === 1 ? all[0]! : all;
  if (kind !== 'time') return { type };
  return { type, format: 'date-time', description: 'milliseconds since 1970 in UTC, or ISO 8601' };
}

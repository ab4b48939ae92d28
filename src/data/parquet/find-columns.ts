import {
  type ColumnMetaData,
  type FileMetaData,
  type ParquetType,
  parquetSchema,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet';
import { missingColumn } from '../missing-column.ts';
import type { ColumnKind, Columns } from '../table.ts';
import { isKnownCodec, KNOWN_CODECS, type KnownCodec } from './decompress.ts';
import { damaged, encrypted, nestedColumn, unknownCodec } from './faults.ts';
import { type StoredType, storedTypeOf } from './stored-type.ts';

/** A column asked for, as it stands in the file. */
export interface FoundColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly stored: StoredType;
  readonly type: ParquetType | undefined;
  /** Of values of fixed length. */
  readonly typeLength: number | undefined;
  readonly optional: boolean;
  /** Place among the column chunks of a row group. */
  readonly position: number;
}

/**
 * The columns asked for. Throws `data.column-missing`, `data.parquet-nested`, `data.parquet-kind`,
 * `data.parquet-encrypted`, `data.parquet-codec`, `data.parquet-damaged`.
 */
export function findColumns(footer: FileMetaData, wanted: Columns): readonly FoundColumn[] {
  const fields = topLevelFields(footer);
  const found = Object.entries(wanted).map(([name, kind]) => findColumn(fields, name, kind));
  for (const column of found) for (const group of footer.row_groups) chunkOf(column, group);
  return found;
}

/** The values of a column in a row group. */
export interface ColumnChunk {
  readonly meta: ColumnMetaData;
  readonly codec: KnownCodec;
}

/** Where the values of a column lie in a row group. Throws as `findColumns` does. */
export function chunkOf({ name, type, position }: FoundColumn, { columns }: RowGroup): ColumnChunk {
  const chunk = columns[position];
  if (chunk?.crypto_metadata !== undefined) encrypted(`column '${name}'`);
  const meta = chunk?.meta_data;
  if (meta === undefined || chunk?.file_path !== undefined || meta.path_in_schema[0] !== name || meta.type !== type) {
    return damaged(`no values of column '${name}' in a row group`);
  }
  return isKnownCodec(meta.codec) ? { meta, codec: meta.codec } : unknownCodec(name, `${meta.codec}`, KNOWN_CODECS);
}

interface Field {
  readonly tree: SchemaTree;
  /** Place of its first leaf among all. */
  readonly position: number;
}

function topLevelFields(footer: FileMetaData): readonly Field[] {
  let position = 0;
  return parquetSchema(footer).children.map((tree) => {
    const field = { tree, position };
    position += leafCount(tree);
    return field;
  });
}

function leafCount({ children }: SchemaTree): number {
  return children.length === 0 ? 1 : children.reduce((total, child) => total + leafCount(child), 0);
}

function findColumn(fields: readonly Field[], name: string, kind: ColumnKind): FoundColumn {
  const names = fields.map(({ tree }) => tree.element.name);
  const field = fields[names.indexOf(name)];
  if (field === undefined) return missingColumn(name, names);
  const { element, children } = field.tree;
  if (children.length > 0) nestedColumn(name, element.converted_type ?? element.logical_type?.type ?? 'a structure');
  if (element.repetition_type === 'REPEATED') nestedColumn(name, 'any count of values a row');
  const stored = storedTypeOf(element, kind);
  const { type, type_length: typeLength, repetition_type: repetition } = element;
  return { name, kind, stored, type, typeLength, optional: repetition !== 'REQUIRED', position: field.position };
}

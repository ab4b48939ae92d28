import { FEATURES, KEY, TARGET } from '../../pipelines/customer-satisfaction/columns.ts';

const columns = [KEY, ...FEATURES, TARGET];

/** The header of a file of orders with only the columns in use. */
export const HEADER = columns.join(',');

/** What a row has in a column. */
export type Cell = (row: number, column: string) => string;

/** Orders of one row each whose scores depend on their prices. */
export const goodCell: Cell = (row, column) => {
  if (column === KEY) return `order-${row}`;
  if (column === TARGET) return String(1 + (row % 5));
  return String(column === 'price' ? (row % 5) * 10 : 1 + ((row * 7 + column.length) % 13));
};

/** A CSV file of orders; cells for which `cell` has none are good. */
export function ordersFile(cell: (row: number, column: string) => string | undefined = () => undefined): string {
  const rows = Array.from({ length: 60 }, (_, row) =>
    columns.map((column) => cell(row, column) ?? goodCell(row, column)).join(','),
  );
  return [HEADER, ...rows, ''].join('\n');
}

/** The file with another text in one cell; its line is two more than the row. */
export function ordersFileWith(row: number, column: string, text: string): string {
  return ordersFile((atRow, atColumn) => (atRow === row && atColumn === column ? text : undefined));
}

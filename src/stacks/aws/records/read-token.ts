import type { Token } from '../../../tracking/tokens/token.ts';
import { itemReader } from './item.ts';
import { tokenKey } from './keys.ts';
import { getItem } from './read.ts';
import type { Table } from './table.ts';

export const tokenOfItem = itemReader<Token>({
  id: 'S',
  name: 'S',
  scopes: 'L',
  sequence: 'N',
  secretSha256: 'S',
  createdAtMs: 'N',
  createdBy: 'S',
});

/** The token of an id in DynamoDB; strongly consistent. */
export async function readToken(table: Table, id: string): Promise<Token | undefined> {
  const item = await getItem(table, tokenKey(id));
  return item && tokenOfItem(item);
}

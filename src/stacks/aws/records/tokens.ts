import { encodeTokenPosition } from '../../../tracking/keys/token-position.ts';
import type { TokenStore } from '../../../tracking/record-store.ts';
import { hasValue, isAbsent } from './condition.ts';
import { indexPage, wholeItems } from './index-page.ts';
import { encodeItem } from './item.ts';
import { allTokens, tokenKey } from './keys.ts';
import { readToken, tokenOfItem } from './read-token.ts';
import type { Table } from './table.ts';
import { putItemIf } from './write.ts';

/** Tokens in DynamoDB. */
export function dynamoTokens(table: Table): TokenStore {
  return {
    get: (id) => readToken(table, id),
    async replace(token) {
      const key = { ...tokenKey(token.id), gpk: allTokens, gsk: encodeTokenPosition(token) };
      const { sequence } = token;
      const condition = sequence === 1 ? isAbsent : hasValue('sequence', sequence - 1);
      const { state } = await putItemIf(table, encodeItem(key, token), condition);
      return state === 'written';
    },
    async list(request) {
      const page = await indexPage(table, ['tokens'], allTokens, request);
      return { ...page, items: (await wholeItems(table, page.items)).map(tokenOfItem) };
    },
  };
}

import { isDeepStrictEqual } from 'node:util';
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
      const put = await putItemIf(table, encodeItem(key, token), condition);
      if (put.state === 'written') return true;
      // Else it may be this very change, whose first answer was lost: a rotation made twice would end the secret before.
      return put.standing !== undefined && isDeepStrictEqual(tokenOfItem(put.standing), token);
    },
    async list(request) {
      const page = await indexPage(table, ['tokens'], allTokens, request);
      return { ...page, items: (await wholeItems(table, page.items)).map(tokenOfItem) };
    },
  };
}

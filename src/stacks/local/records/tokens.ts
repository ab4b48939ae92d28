import { encodeTokenPosition } from '../../../tracking/keys/token-position.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { TokenStore } from '../../../tracking/record-store.ts';
import type { Token } from '../../../tracking/tokens/token.ts';
import type { Database } from './database.ts';
import { decodeDocument, encodeDocument } from './document.ts';

interface Row {
  readonly document: string;
}

const listing = ['tokens'] as const;

/** Tokens in SQLite. */
export function sqliteTokens(database: Database): TokenStore {
  const select = database.prepare<Row>('SELECT document FROM tokens WHERE id = ?');
  const upsert = database.prepare(
    `INSERT INTO tokens (id, position, document) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET document = excluded.document`,
  );
  const after = database.prepare<Row>('SELECT document FROM tokens WHERE position > ? ORDER BY position LIMIT ?');

  const read = (id: string): Token | undefined => {
    const row = select.get(id);
    return row && toToken(row);
  };

  return {
    async get(id) {
      return read(id);
    },
    async replace(token) {
      return database.write(() => {
        if ((read(token.id)?.sequence ?? 0) !== token.sequence - 1) return false;
        upsert.run(token.id, encodeTokenPosition(token), encodeDocument(token));
        return true;
      });
    },
    async list(request) {
      const start = startPage(listing, request);
      const tokens = after.all(start.after ?? '', start.rows).map(toToken);
      return endPage(listing, start, tokens, encodeTokenPosition);
    },
  };
}

function toToken({ document }: Row): Token {
  return decodeDocument<Token>(document);
}

import { SluiceError } from '../../errors/sluice-error.ts';
import type { TokenStore } from '../record-store.ts';
import type { Token } from './token.ts';

/**
 * Changes a token as it stands, anew when another change came between; answers what then stands. A change that answers
 * what it was given writes nothing. Throws `token.unknown`.
 */
export async function changeToken(
  tokens: Pick<TokenStore, 'get' | 'replace'>,
  id: string,
  change: (token: Token) => Token,
): Promise<Token> {
  for (;;) {
    const standing = await tokens.get(id);
    if (!standing) throw unknownToken(id);
    const wanted = change(standing);
    if (wanted === standing) return standing;
    const changed = { ...wanted, sequence: standing.sequence + 1 };
    if (await tokens.replace(changed)) return changed;
  }
}

function unknownToken(id: string): SluiceError {
  return new SluiceError({
    code: 'token.unknown',
    message: 'there is no token of this id',
    seen: id.slice(0, 12),
    mend: '`sluice token list --all` lists the tokens of this stack; another stack has its own (`--stack`)',
  });
}

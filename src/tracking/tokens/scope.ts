/** What a token may let its bearer do over HTTP. */
export const SCOPES = ['read', 'write', 'predict', 'promote', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** Whether scopes grant another; `admin` grants all, the others only themselves. */
export function grants(held: readonly Scope[], asked: Scope): boolean {
  return held.includes(asked) || held.includes('admin');
}

export function isScope(word: string): word is Scope {
  return SCOPES.some((scope) => scope === word);
}

/** The scopes in a text that `joinScopes` made; words that are none are left out. */
export function splitScopes(text: string): readonly Scope[] {
  return text.split(' ').filter(isScope);
}

/** Scopes in one text, as OAuth has them (RFC 6749, section 3.3). */
export function joinScopes(scopes: readonly Scope[]): string {
  return scopes.join(' ');
}

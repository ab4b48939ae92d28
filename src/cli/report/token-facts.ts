import type { Scope } from '../../tracking/tokens/scope.ts';
import { stateOfToken, type Token } from '../../tracking/tokens/token.ts';

/** A token as commands show it; times are ISO 8601, null for what did not happen or never will. */
export interface TokenFacts {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly state: 'active' | 'expired' | 'revoked';
  readonly created: string;
  readonly createdBy: string;
  readonly expires: string | null;
  readonly rotated: string | null;
  /** Until when the secret before the last rotation works. */
  readonly overlapUntil: string | null;
  readonly revoked: string | null;
}

/** What there is to say of a token, but of its secrets. */
export function tokenFacts(token: Token, nowMs: number): TokenFacts {
  const { id, name, scopes, createdAtMs, createdBy, previous } = token;
  return {
    id,
    name,
    scopes,
    state: stateOfToken(token, nowMs),
    created: new Date(createdAtMs).toISOString(),
    createdBy,
    expires: isoTime(token.expiresAtMs),
    rotated: isoTime(token.rotatedAtMs),
    overlapUntil: previous && nowMs < previous.untilMs ? isoTime(previous.untilMs) : null,
    revoked: isoTime(token.revokedAtMs),
  };
}

function isoTime(timestampMs: number | undefined): string | null {
  return timestampMs === undefined ? null : new Date(timestampMs).toISOString();
}

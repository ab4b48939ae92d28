import { stateOfToken, type Token } from '../../tracking/tokens/token.ts';

/** A token as commands show it: all but what is made of its secrets. */
export function tokenFacts(token: Token, nowMs: number) {
  const { id, name, scopes, createdAtMs, createdBy, previous } = token;
  return {
    id,
    name,
    scopes,
    state: stateOfToken(token, nowMs),
    created: isoTime(createdAtMs),
    createdBy,
    expires: isoTime(token.expiresAtMs),
    rotated: isoTime(token.rotatedAtMs),
    /** Until when the secret before the last rotation works. */
    overlapUntil: previous && nowMs < previous.untilMs ? isoTime(previous.untilMs) : null,
    revoked: isoTime(token.revokedAtMs),
  };
}

function isoTime(timestampMs: number | undefined): string | null {
  return timestampMs === undefined ? null : new Date(timestampMs).toISOString();
}

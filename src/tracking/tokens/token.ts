import type { Scope } from './scope.ts';

/** What is kept of a token: all but its secret. */
export interface Token {
  readonly v: 1;
  /** 12 hex digits; a part of the token's text, and no secret. */
  readonly id: string;
  /** For people: who or what bears it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Counts its changes from 1. */
  readonly sequence: number;
  readonly secretSha256: string;
  readonly createdAtMs: number;
  /** On whose word. */
  readonly createdBy: string;
  /** It works before this time; for ever unless given. */
  readonly expiresAtMs?: number;
  readonly rotatedAtMs?: number;
  /** The secret before the last rotation, where it was to work on for a while. */
  readonly previous?: { readonly secretSha256: string; readonly untilMs: number };
  readonly revokedAtMs?: number;
}

/** Whether a token can be used at a time; it is `revoked` for ever. */
export function stateOfToken({ revokedAtMs, expiresAtMs }: Token, nowMs: number): 'active' | 'expired' | 'revoked' {
  if (revokedAtMs !== undefined) return 'revoked';
  return expiresAtMs !== undefined && nowMs >= expiresAtMs ? 'expired' : 'active';
}

import type { Context, MiddlewareHandler } from 'hono';
import { SluiceError } from '../errors/sluice-error.ts';
import { grants, joinScopes, type Scope } from '../tracking/tokens/scope.ts';
import { CHALLENGE } from './token-refused.ts';

/** Finds out what the caller of a request may do. Throws `api.token-refused` for one that may not call at all. */
export type Authenticate = (context: Context) => Promise<readonly Scope[]>;

/** Lets only those through who have a scope, or who may call at all where that is enough. Throws `api.scope-missing`. */
export function guard(authenticate: Authenticate, scope: Scope | undefined): MiddlewareHandler {
  return async (context, next) => {
    const held = await authenticate(context);
    if (scope !== undefined && !grants(held, scope)) throw scopeMissing(context, held, scope);
    await next();
  };
}

function scopeMissing(context: Context, held: readonly Scope[], scope: Scope): SluiceError {
  context.header('www-authenticate', `${CHALLENGE}, error="insufficient_scope", scope="${scope}"`);
  return new SluiceError({
    code: 'api.scope-missing',
    message: 'the token does not allow this',
    seen: `scopes: ${joinScopes(held)}`,
    allowed: `the scope ${scope}`,
    mend: `send a token that has it: \`sluice token create NAME --scope ${scope}\` makes one`,
  });
}

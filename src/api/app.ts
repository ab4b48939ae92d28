import { type Context, Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { predict } from '../serving/predict.ts';
import { releasedModels } from '../serving/released-models.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { Scope } from '../tracking/tokens/scope.ts';
import { errorResponse } from './error-response.ts';
import { type Authenticate, guard } from './guard.ts';
import { readBody } from './read-body.ts';

interface Route {
  readonly method: 'GET' | 'POST';
  /** What a caller needs; nothing but to be known unless given. */
  readonly scope?: Scope;
}

/** As MLflow's servers have them; GET answers HEAD too. */
const ROUTES: Readonly<Record<string, Route>> = {
  '/ping': { method: 'GET' },
  '/health': { method: 'GET' },
  '/version': { method: 'GET' },
  '/models/:model/invocations': { method: 'POST', scope: 'predict' },
};

export interface AppOptions {
  readonly records: Pick<RecordStore, 'registry'>;
  readonly artifacts: Pick<ArtifactStore, 'read' | 'uri'>;
  /** What `GET /version` answers. */
  readonly version: string;
  /** Everybody may do everything if left out: who calls was looked at before. */
  readonly authenticate?: Authenticate;
  /** Milliseconds, of any origin. */
  readonly now?: () => number;
  /** Told of errors that the caller cannot mend; standard error if left out. */
  readonly report?: (error: unknown) => void;
}

/** The HTTP API, the same on a laptop and in Lambda. */
export function createApp(options: AppOptions): Hono {
  const { records, artifacts, version, authenticate, now = Date.now, report = console.error } = options;
  const models = releasedModels({ registry: records.registry, artifacts, now, report });
  const app = new Hono();
  app.use(requestId({ headerName: 'x-sluice-request' }));
  if (authenticate) guardRoutes(app, authenticate);
  app.get('/ping', (context) => context.text('OK'));
  app.get('/health', (context) => context.text('OK'));
  app.get('/version', (context) => context.text(version));
  app.post('/models/:model/invocations', async (context) => {
    const { version: number, model, stale } = await models.find(context.req.param('model'));
    context.header('x-sluice-version', String(number));
    if (stale) context.header('x-sluice-stale', 'true');
    const contentType = context.req.header('content-type') ?? '';
    return context.json(predict(model, await readBody(context.req), contentType));
  });
  for (const [path, { method }] of Object.entries(ROUTES)) app.all(path, (context) => noSuchMethod(context, method));
  app.notFound(noSuchRoute);
  app.onError(errorResponse(report));
  return app;
}

function guardRoutes(app: Hono, authenticate: Authenticate): void {
  for (const [path, { scope }] of Object.entries(ROUTES)) app.use(path, guard(authenticate, scope));
}

function noSuchMethod(context: Context, allowed: string): never {
  context.header('allow', allowed);
  throw new SluiceError({
    code: 'api.no-such-method',
    message: 'this address does not take this method',
    seen: called(context),
    allowed,
    mend: `call it with ${allowed}`,
  });
}

function noSuchRoute(context: Context): never {
  throw new SluiceError({
    code: 'api.no-such-route',
    message: 'there is nothing at this address',
    seen: called(context),
    allowed: Object.entries(ROUTES)
      .map(([path, { method }]) => `${method} ${path.replace(':model', '{model}')}`)
      .join(', '),
    mend: 'mend the path',
  });
}

function called({ req }: Context): string {
  return `${req.method.slice(0, 20)} ${req.path.slice(0, 200)}`;
}

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { predict } from '../serving/predict.ts';
import { releasedModels } from '../serving/released-models.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import { errorResponse } from './error-response.ts';

/** Lambda takes events of 6 MB, in which a body may stand as base64. */
const MAX_BODY_BYTES = 4_500_000;

export interface AppOptions {
  readonly records: Pick<RecordStore, 'registry'>;
  readonly artifacts: Pick<ArtifactStore, 'read' | 'uri'>;
  /** What `GET /version` answers. */
  readonly version: string;
  /** Milliseconds, of any origin. */
  readonly now?: () => number;
  /** Told of errors that the caller cannot mend; standard error if left out. */
  readonly report?: (error: unknown) => void;
}

/** The HTTP API, the same on a laptop and in Lambda. */
export function createApp({ records, artifacts, version, now = Date.now, report = console.error }: AppOptions): Hono {
  const models = releasedModels({ registry: records.registry, artifacts, now, report });
  const app = new Hono();
  app.use(requestId({ headerName: 'x-sluice-request' }));
  app.get('/health', (context) => context.text('OK'));
  app.get('/version', (context) => context.text(version));
  app.post(
    '/models/:model/invocations',
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: bodyTooLarge }),
    async (context) => {
      const { version: number, model, stale } = await models.find(context.req.param('model'));
      context.header('x-sluice-version', String(number));
      if (stale) context.header('x-sluice-stale', 'true');
      const contentType = context.req.header('content-type') ?? '';
      return context.json(predict(model, await context.req.arrayBuffer(), contentType));
    },
  );
  app.notFound(noSuchRoute);
  app.onError(errorResponse(report));
  return app;
}

function bodyTooLarge(context: Context): never {
  const length = context.req.header('content-length');
  throw new SluiceError({
    code: 'predict.body-too-large',
    message: 'the body of the request is too large',
    seen: length === undefined ? `more than ${MAX_BODY_BYTES} bytes` : `${length} bytes`,
    allowed: `at most ${MAX_BODY_BYTES} bytes`,
    mend: 'send the rows in several requests',
  });
}

function noSuchRoute(context: Context): never {
  throw new SluiceError({
    code: 'api.no-such-route',
    message: 'there is nothing at this address',
    seen: `${context.req.method} ${context.req.path.slice(0, 200)}`,
    allowed: 'GET /health, GET /version, POST /models/{model}/invocations',
    mend: 'mend the method or the path',
  });
}

import { handle } from 'hono/aws-lambda';
import packageFile from '../../package.json' with { type: 'json' };
import { createApp } from '../../src/api/app.ts';
import { openDeployedStores } from '../../src/stacks/aws/deployed-stores.ts';

const { records, artifacts } = openDeployedStores(process.env);

/** The HTTP API behind API Gateway. */
export const handler = handle(createApp({ records, artifacts, version: packageFile.version }));

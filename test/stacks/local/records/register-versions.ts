import { workerData } from 'node:worker_threads';
import { openSqliteRecords } from '../../../../src/stacks/local/records/open.ts';
import { newId, versionSample } from '../../../conformance/record-store/samples.ts';

/** Runs in a worker: opens the file on its own and registers 25 versions of one model. */
const { path, model } = workerData as { readonly path: string; readonly model: string };
const store = openSqliteRecords(path);
for (let index = 0; index < 25; index++) await store.registry.register(versionSample({ model, run: newId() }));
await store.close();

// What `cdk.json` starts, by the Node of a global `cdk` too.
import { onNewNode } from '../src/cli/on-new-node.mjs';

await onNewNode(import.meta.url, () => import('./app.ts'));

#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { onNewNode } from './on-new-node.mjs';

// A clone runs its source as it is; the package has what was compiled from it.
const source = new URL('main.ts', import.meta.url);
const compiled = new URL('../../dist/src/cli/main.js', import.meta.url);

await onNewNode(import.meta.url, () => import((existsSync(source) ? source : compiled).href));

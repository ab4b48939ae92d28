#!/usr/bin/env node
import { onNewNode } from './on-new-node.mjs';

await onNewNode(import.meta.url, () => import('./main.ts'));

// npm run security: writes what docs/security.md states from the code that makes it so.
import { readFileSync, writeFileSync } from 'node:fs';
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { log } = await import('./lib/log.mjs');
const { SECURITY_DOC, withRenderedParts } = await import('./lib/security-doc.mjs');

const before = readFileSync(SECURITY_DOC, 'utf8');
const after = await withRenderedParts(before);
if (after !== before) writeFileSync(SECURITY_DOC, after);
log(after === before ? 'security: docs/security.md is as it should be' : 'security: written');

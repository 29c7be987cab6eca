/** `write-soak-page.ts REPORT.json MACHINE`: docs/soak.md and docs/soak.svg out of a run's report. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { soakMarkdown, soakSvg } from './soak-page.ts';
import type { SoakReport } from './soak-report.ts';

const [reportFile = '', machine = ''] = process.argv.slice(2);
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const report = JSON.parse(readFileSync(reportFile, 'utf8')) as SoakReport;
const floor = { machine, node: process.versions.node, date: new Date() };
writeFileSync(`${docs}soak.svg`, soakSvg(report.samples));
writeFileSync(`${docs}soak.md`, soakMarkdown(report, floor));

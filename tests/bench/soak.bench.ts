/**
 * What the core's resident memory does over a long show after warm-up, against a bare Node process
 * of the same run that does nothing but write as many rows to a SQLite file of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { slopeOfFigure, type SoakReport } from '#tests/soak/soak-report.ts';

import { printBench, rounded } from './bench-line.ts';

// Eight hours of show: a slope over less is mostly warm-up.
const MINUTES = 30;
const TARGET = 2;

const folder = mkdtempSync(join(tmpdir(), 'cuedesk-soak-'));
const file = join(folder, 'report.json');
const program = fileURLToPath(new URL('../soak/run-soak.ts', import.meta.url));
// Its verdicts are the test suite's; here only the memory counts.
spawnSync(process.execPath, [program, String(MINUTES), file], { stdio: ['ignore', 2, 2] });
const report = JSON.parse(readFileSync(file, 'utf8')) as SoakReport;
rmSync(folder, { recursive: true, force: true });

const value = slopeOfFigure(report, 'coreResident').percentPerHour;
const comparatorValue = slopeOfFigure(report, 'writerResident').percentPerHour;
printBench({
  name: 'soak.memory-slope',
  value: rounded(value, 2),
  unit: '% of resident memory an hour of show',
  comparator: 'bare Node writing as many rows',
  comparatorValue: rounded(comparatorValue, 2),
  // A share of something about zero says nothing.
  ratio: null,
  goal: { of: 'value', is: 'at most', target: TARGET },
  floor: null,
  samples: report.samples.map(({ coreResident }) => rounded(coreResident, 2)),
});

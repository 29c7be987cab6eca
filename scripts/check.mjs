// npm run check -- [format|lint|types|knip...]: everything that needs no running code.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { checkSteps, runCheckStep } = await import('./lib/check-steps.mjs');
const { fail, log } = await import('./lib/log.mjs');

const wanted = process.argv.slice(2);
const known = checkSteps.map((step) => step.name);
const unknown = wanted.find((name) => !known.includes(name));
if (unknown) fail(`check: unknown step ${unknown}; there are ${known.join(', ')}`, 2);

let failures = 0;
for (const step of checkSteps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  const startedAt = performance.now();
  const { ok, output, problem } = await runCheckStep(step);
  const took = `${Math.round(performance.now() - startedAt)} ms`;
  log(ok ? `check ${step.name}: passed in ${took}` : `check ${step.name}: FAILED (${problem})`);
  if (!ok) {
    failures += 1;
    log(output.trimEnd());
  }
}
process.exitCode = failures > 0 ? 1 : 0;

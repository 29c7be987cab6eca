import { fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

/** @param {string[]} parts */
const tool = (...parts) => fromRoot('node_modules', ...parts);

/** Static checks; each counts as one test of the whole run. */
export const checkSteps = [
  { name: 'format', script: tool('oxfmt/bin/oxfmt'), args: ['--check', '.'] },
  { name: 'lint', script: tool('oxlint/bin/oxlint'), args: ['--type-aware', '.'] },
  { name: 'types', script: tool('typescript/bin/tsc'), args: ['-b', '--pretty', 'false'] },
  { name: 'knip', script: tool('knip/bin/knip.js'), args: ['--no-progress', '--no-config-hints'] },
];

/**
 * The tools run on the Node that runs us, whatever the PATH holds.
 * @param {typeof checkSteps[number]} step
 */
export function runCheckStep(step) {
  return runCommand(process.execPath, [step.script, ...step.args], { quiet: true });
}

// A reporter of vitest into $CUEDESK_UNIT_REPORT, with what its own json report leaves out: each
// difference found, what failed in a hook after passed tests, and what failed outside of any file.
import { writeFileSync } from 'node:fs';

/**
 * @typedef {{readonly message: string, readonly diff?: string | undefined}} RunnerError
 * @typedef {object} UnitReport
 * @property {readonly UnitFile[]} testResults
 * @property {readonly string[]} outside errors of no file, or that came when its tests were over
 *
 * @typedef {object} UnitFile
 * @property {string} name the whole path
 * @property {string} status `passed`, `failed` or `skipped`; `pending` where its worker died
 * @property {number} tookMs from its first import to its last hook
 * @property {string} message what keeps it from being loaded, if anything does
 * @property {readonly {title: string, message: string}[]} hooks what failed around its tests
 * @property {readonly UnitTest[]} assertionResults
 *
 * @typedef {object} UnitTest
 * @property {string} fullName
 * @property {string} status `passed`, `failed`, `skipped` or `todo`
 * @property {readonly string[]} failureMessages
 */

export default class UnitReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest/node').SerializedError[]} errors
   */
  onTestRunEnd(modules, errors) {
    /** @type {UnitReport} */
    const report = { testResults: modules.map(fileOf), outside: errors.map(outsideOf) };
    writeFileSync(process.env['CUEDESK_UNIT_REPORT'] ?? 'unit.json', JSON.stringify(report));
  }
}

/** @param {RunnerError} error */
function messageOf({ message, diff }) {
  return diff === undefined ? message : `${message}\n${diff}`;
}

/** @param {import('vitest/node').SerializedError} error */
function outsideOf(error) {
  // Where it came from in this repository says more than a stack of the runner's own.
  const at = error.stack?.split('\n').find((line) => /^\s+at .*(?:src|tests)\//.test(line));
  const during = wordOf(error['VITEST_TEST_PATH']) ?? wordOf(error['VITEST_TEST_NAME']);
  return [
    `${wordOf(error['type']) ?? 'Error'}: ${error.message}`,
    wordOf(Object(error['cause']).message),
    at?.trim(),
    during === null ? null : `while ${during} ran`,
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}

/**
 * @param {unknown} field of an error that came from another process
 * @returns {string | null}
 */
function wordOf(field) {
  return typeof field === 'string' ? field : null;
}

/**
 * @param {import('vitest/node').TestModule} module
 * @returns {UnitFile}
 */
function fileOf(module) {
  const { collectDuration, setupDuration, environmentSetupDuration, duration } =
    module.diagnostic();
  const suites = [...module.children.allSuites()];
  return {
    name: module.moduleId,
    status: module.state(),
    tookMs: Math.round(environmentSetupDuration + setupDuration + collectDuration + duration),
    message: module.errors().map(messageOf).join('\n'),
    hooks: suites.flatMap((suite) =>
      suite.errors().map((error) => ({ title: suite.fullName, message: messageOf(error) })),
    ),
    assertionResults: [...module.children.allTests()].map(testOf),
  };
}

/**
 * @param {import('vitest/node').TestCase} test
 * @returns {UnitTest}
 */
function testOf(test) {
  const { state, errors = [] } = test.result();
  return {
    fullName: test.fullName,
    status: test.options.mode === 'todo' ? 'todo' : state,
    failureMessages: errors.map(messageOf),
  };
}

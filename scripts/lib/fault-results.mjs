import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './repo-paths.mjs';

/** @typedef {'quick' | 'full'} FaultScale */
/**
 * The newest result of a fault, kept so that one can be run again without all the others.
 * @typedef {object} KeptResult
 * @property {import('./run-fault.mjs').FaultLine} line
 * @property {string} date when it ended, ISO 8601 in UTC
 */

/**
 * @param {import('./run-fault.mjs').FaultLine} line
 * @param {FaultScale} scale
 */
export function keepResult(line, scale) {
  const file = resultFile(line.fault, scale);
  mkdirSync(fromRoot(`test-results/faults/${scale}`), { recursive: true });
  /** @type {KeptResult} */
  const result = { line, date: new Date().toISOString() };
  writeFileSync(file, JSON.stringify(result, null, 2));
}

/**
 * @param {readonly string[]} faults
 * @param {FaultScale} scale
 * @param {readonly KeptResult[]} earlier of the page as it is
 * @returns {{results: readonly KeptResult[], missing: readonly string[]}}
 */
export function keptResults(faults, scale, earlier) {
  /** @param {string} fault */
  const find = (fault) => {
    const file = resultFile(fault, scale);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    return earlier.find(({ line }) => line.fault === fault);
  };
  const missing = faults.filter((fault) => find(fault) === undefined);
  const results = faults.filter((fault) => !missing.includes(fault)).map(find);
  return { results, missing };
}

/**
 * @param {string} fault
 * @param {FaultScale} scale
 */
function resultFile(fault, scale) {
  return fromRoot(`test-results/faults/${scale}/${fault}.json`);
}

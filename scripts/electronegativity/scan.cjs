// Prints what electronegativity finds in a folder of bundled code, as one line of JSON. It runs inside
// the scanner's own dependency tree: node scan.cjs SCANNER_FOLDER INPUT_FOLDER ELECTRON_VERSION
const { createRequire } = require('node:module');
const { join, relative } = require('node:path');

const [scannerFolder = '', input = '', electronVersion = ''] = process.argv.slice(2);
const requireThere = createRequire(join(scannerFolder, 'package.json'));

// It asks for translations and for Electron's list of releases; neither is needed, and a test must
// not depend on what some server answers today.
const got = requireThere.resolve('got');
const refused = () => Promise.reject(new Error('no network in this run'));
require.cache[got] = Object.assign(new module.constructor(got), { exports: refused, loaded: true });
process.env.LANG = 'en-US';
console.log = (...words) => console.error(...words);

const run = requireThere('@doyensec/electronegativity/dist/runner.js');
const options = {
  input,
  customScan: [],
  excludeFromScan: ['availablesecurityfixesglobalcheck'],
  electronVersionOverride: electronVersion,
  isRelative: false,
};

run(options, false)
  .then((report) => {
    const issues = report.issues.map((issue) => ({
      id: issue.id,
      // What concerns the whole app has no file.
      file: issue.file === 'N/A' ? 'N/A' : relative(input, issue.file),
      line: issue.location.line,
      sample: String(issue.sample ?? '').trim(),
    }));
    const { globalChecks, atomicChecks, errors } = report;
    const checks = globalChecks + atomicChecks;
    process.stdout.write(`${JSON.stringify({ checks, errors, issues })}\n`);
  })
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });

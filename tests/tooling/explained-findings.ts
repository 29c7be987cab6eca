import { join } from 'node:path';

/** A finding of electronegativity that stays, and why it is none. */
type ExplainedFinding = { readonly id: string; readonly file: string; readonly why: string };

/** Checked both ways: a finding that is not here fails, and so does an entry that is not found. */
export const EXPLAINED_FINDINGS: readonly ExplainedFinding[] = [
  {
    id: 'CSP_GLOBAL_CHECK',
    file: 'N/A',
    why: 'The scanner looks for a meta tag. The policy comes as a header of every response, in both hosts, and is tested on real responses (tests/e2e/content-policy.electron.spec.ts, content-policy.spec.ts).',
  },
  {
    id: 'CERTIFICATE_ERROR_EVENT_JS_CHECK',
    file: join('main', 'main.js'),
    why: 'The scanner names every handler. Ours answers false always: it is there to refuse in our own words and to log it.',
  },
  {
    id: 'CUSTOM_ARGUMENTS_JS_CHECK',
    file: join('main', 'main.js'),
    why: 'The scanner names every argument for the engine. Ours is one fixed number: how much room pages have for what lives shortly. Nothing of it comes from outside.',
  },
  {
    id: 'OPEN_EXTERNAL_JS_CHECK',
    file: join('main', 'main.js'),
    why: 'The one call in the product; only https addresses of a fixed list of hosts reach it (external-links.rules.ts, tests/electron/app-origin.test.ts).',
  },
  {
    id: 'PROTOCOL_HANDLER_JS_CHECK',
    file: join('main', 'main.js'),
    why: 'The scanner names every handler of a scheme by the older of two ways. Ours answers GET for files of a fixed list of folders and two built pages, and anything else with 404 (tests/e2e/locked-shell.electron.spec.ts, page-file.ts).',
  },
  {
    id: 'PROTOCOL_HANDLER_JS_CHECK',
    file: join('main', 'main.desk-app.js'),
    why: 'The same scheme in the session that prints, in memory alone: it answers with the page that is being printed, which runs no script and may load nothing, and anything else with 404 (print-window.ts).',
  },
];

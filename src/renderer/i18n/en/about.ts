import type { aboutZhCn } from '../zh-cn/about.ts';

export const aboutEn: Record<keyof typeof aboutZhCn, string> = {
  'about.open': 'About Cuedesk: version and licences',
  'about.openShort': 'Cuedesk {version} · About',
  'about.title': 'About Cuedesk',
  'about.product': 'Cuedesk',
  'about.version': 'Version',
  'about.host': 'Runs as',
  'about.host.app': 'desktop app',
  'about.host.browser': 'browser',
  'about.promise': 'All data stays on this machine: no account, nothing is uploaded.',
  'about.licences': 'Licences',
  'about.own': 'Cuedesk · MIT',
  'about.inside': '{count} pieces of open-source software are inside; open one for its licence:',
  'about.runtime':
    'The licences of Electron and Chromium are in the program’s folder: LICENSE.electron.txt and LICENSES.chromium.html; all of the above is also in THIRD-PARTY-NOTICES.txt below resources.',
  'about.licencesFailed':
    'The list of licences cannot be read ({reason}). Open Cuedesk again, or see LICENSE in its source.',
};

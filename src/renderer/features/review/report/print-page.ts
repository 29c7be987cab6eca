import { reportStyle } from './report-style.ts';

/** While it is printed the desk itself is not on the paper, and the page may be longer than a window. */
const AROUND = `
[data-print-view]{display:none}
@page{size:A4;margin:14mm}
@media print{
html{color-scheme:light!important}
html,body{height:auto!important;overflow:visible!important;background:#fff!important;zoom:1!important}
body>:not([data-print-view]){display:none!important}
[data-print-view]{display:block!important}
}`;

/**
 * Opens the system's print dialog on a page of ours. Its style comes in by script, since the desk's
 * policy takes none that stands in a page; what strangers wrote in it stays text.
 */
export function printPage(html: string): void {
  document.querySelector('[data-print-view]')?.remove();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const style of parsed.querySelectorAll('style')) style.remove();
  const host = document.createElement('div');
  host.setAttribute('data-print-view', '');
  host.setAttribute('lang', parsed.documentElement.lang);
  const root = host.attachShadow({ mode: 'open' });
  const own = new CSSStyleSheet();
  own.replaceSync(reportStyle);
  root.adoptedStyleSheets = [own];
  root.append(...parsed.body.childNodes);
  const around = new CSSStyleSheet();
  around.replaceSync(AROUND);
  document.adoptedStyleSheets.push(around);
  document.body.append(host);
  window.addEventListener(
    'afterprint',
    () => {
      host.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== around);
    },
    { once: true },
  );
  window.print();
}

import { chartHtml, type ReportChart } from './report-chart.ts';
import { escaped } from './report-html.ts';
import { pageNumbers, reportStyle } from './report-style.ts';

export type ReportTable = {
  readonly title: string;
  readonly empty: string;
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
};

export type ReportCard = {
  readonly tag: string;
  readonly impact: string;
  readonly isGood: boolean;
  readonly title: string;
  readonly text: string;
  readonly next: string;
  readonly verify: string;
};

export type ReportPart = {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly chart: ReportChart | null;
  readonly cards: readonly ReportCard[];
  readonly tables: readonly ReportTable[];
  readonly photos: readonly ReportPhoto[];
};

/** A picture that is in the page itself. */
export type ReportPhoto = { readonly data: string; readonly caption: string };

/** The first page: what a show came to and what mattered most. */
export type ReportFirst = {
  readonly language: string;
  readonly title: string;
  readonly facts: string;
  readonly notes: readonly string[];
  readonly tiles: readonly {
    readonly label: string;
    readonly value: string;
    readonly notes: readonly string[];
  }[];
  readonly findings: {
    readonly title: string;
    readonly cards: readonly ReportCard[];
    readonly quiet: readonly string[];
  };
  readonly footer: string;
};

/** Everything the page says, in words and numbers as the desk shows them. */
export type Report = ReportFirst & { readonly parts: readonly ReportPart[] };

/**
 * A page that needs nothing but itself: its style is inside, it runs nothing and may load nothing,
 * and it prints on A4. `isNumbered`: the browser that prints it is to number the pages, since nobody
 * else does.
 */
export function reportPage(report: Report, isNumbered: boolean): string {
  const content = `${firstHtml(report)}
${report.parts.map(partHtml).join('\n')}
<footer>${escaped(report.footer)}</footer>`;
  return pageHtml(report, content, isNumbered ? `${reportStyle}${pageNumbers}` : reportStyle);
}

/** The first page alone, as wide as a desk. */
export function firstReportPage(report: ReportFirst): string {
  const content = `${firstHtml(report)}<footer>${escaped(report.footer)}</footer>`;
  return pageHtml(report, content, `${reportStyle}.page{max-width:none}`);
}

function pageHtml({ language, title }: ReportFirst, content: string, style: string): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main class="page">
${content}
</main>
</body>
</html>
`;
}

function firstHtml({ title, facts, notes, tiles, findings }: ReportFirst): string {
  return `<header><h1>${escaped(title)}</h1><p>${escaped(facts)}</p>${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}</header>
<dl class="tiles">${tiles.map(tileHtml).join('')}</dl>
<section class="first"><h2>${escaped(findings.title)}</h2>${cardsHtml(findings.cards)}${listHtml(findings.quiet)}</section>`;
}

function partHtml({ title, facts, chart, cards, tables, photos }: ReportPart): string {
  const said = facts.map(
    ({ label, text }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`,
  );
  return `<section><h2>${escaped(title)}</h2>${said.length === 0 ? '' : `<dl class="facts">${said.join('')}</dl>`}${chart === null ? '' : chartHtml(chart)}${cardsHtml(cards)}${tables.map(tableHtml).join('')}${photosHtml(photos)}</section>`;
}

function photosHtml(photos: readonly ReportPhoto[]): string {
  const shown = photos.map(
    ({ data, caption }) =>
      `<figure><img src="${escaped(data)}" alt="${escaped(caption)}"><figcaption>${escaped(caption)}</figcaption></figure>`,
  );
  return shown.length === 0 ? '' : `<div class="photos">${shown.join('')}</div>`;
}

function tileHtml({ label, value, notes }: Report['tiles'][number]): string {
  const said = notes.map((note) => `<dd class="note">${escaped(note)}</dd>`).join('');
  return `<div><dt>${escaped(label)}</dt><dd class="value">${escaped(value)}</dd>${said}</div>`;
}

function cardsHtml(cards: readonly ReportCard[]): string {
  return cards.length === 0 ? '' : `<div class="cards">${cards.map(cardHtml).join('')}</div>`;
}

function cardHtml(card: ReportCard): string {
  const tone = card.isGood ? 'good' : 'bad';
  return `<article><p class="tag"><span>${escaped(card.tag)}</span><b class="${tone}">${escaped(card.impact)}</b></p><h3>${escaped(card.title)}</h3><p>${escaped(card.text)}</p><p class="next"><b>${escaped(card.next)}</b><br>${escaped(card.verify)}</p></article>`;
}

function listHtml(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<ul class="quiet">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
}

/** A table of so many rows stays on one sheet. */
const SHORT_ROWS = 10;

/** What is said where there is nothing stays beside its head, as do the first rows. */
function tableHtml({ title, empty, columns, rows }: ReportTable): string {
  if (rows.length === 0) {
    return `<div class="table none"><h3>${escaped(title)}</h3><p>${escaped(empty)}</p></div>`;
  }
  const kind = (index: number): string =>
    columns[index]?.isNumber === true ? ' class="number"' : '';
  const head = columns.map(
    ({ label }, index) => `<th scope="col"${kind(index)}>${escaped(label)}</th>`,
  );
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${kind(index)}>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  const size = rows.length <= SHORT_ROWS ? 'table short' : 'table';
  return `<div class="${size}"><h3>${escaped(title)}</h3><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

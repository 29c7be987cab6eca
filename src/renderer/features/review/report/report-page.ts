import { reportStyle } from './report-style.ts';

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

/** Everything the page says, in words and numbers as the desk shows them. */
export type Report = {
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
  readonly timeline: {
    readonly title: string;
    readonly lines: readonly {
      readonly label: string;
      readonly color: string;
      readonly values: readonly (number | null)[];
    }[];
  };
  readonly tables: readonly ReportTable[];
  readonly footer: string;
};

/**
 * A page that needs nothing but itself: its style is inside, it runs nothing and may load nothing,
 * and it prints on A4.
 */
export function reportPage(report: Report): string {
  const { title, facts, notes, tiles, findings, timeline, tables, footer } = report;
  return `<!doctype html>
<html lang="${escaped(report.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><p>${escaped(facts)}</p>${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}</header>
<dl class="tiles">${tiles.map(tileHtml).join('')}</dl>
<section><h2>${escaped(findings.title)}</h2><div class="cards">${findings.cards.map(cardHtml).join('')}</div>${listHtml(findings.quiet)}</section>
<section><h2>${escaped(timeline.title)}</h2>${chartHtml(timeline.lines)}</section>
${tables.map(tableHtml).join('\n')}
<footer>${escaped(footer)}</footer>
</body>
</html>
`;
}

function tileHtml({ label, value, notes }: Report['tiles'][number]): string {
  const said = notes.map((note) => `<dd class="note">${escaped(note)}</dd>`).join('');
  return `<div><dt>${escaped(label)}</dt><dd class="value">${escaped(value)}</dd>${said}</div>`;
}

function cardHtml(card: ReportCard): string {
  const tone = card.isGood ? 'good' : 'bad';
  return `<article><p class="tag"><span>${escaped(card.tag)}</span><b class="${tone}">${escaped(card.impact)}</b></p><h3>${escaped(card.title)}</h3><p>${escaped(card.text)}</p><p class="next"><b>${escaped(card.next)}</b><br>${escaped(card.verify)}</p></article>`;
}

function listHtml(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<ul class="quiet">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
}

function tableHtml({ title, empty, columns, rows }: ReportTable): string {
  const kind = (index: number): string =>
    columns[index]?.isNumber === true ? ' class="number"' : '';
  const head = columns.map(
    ({ label }, index) => `<th scope="col"${kind(index)}>${escaped(label)}</th>`,
  );
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${kind(index)}>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  const content =
    rows.length === 0
      ? `<p class="none">${escaped(empty)}</p>`
      : `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return `<section><h2>${escaped(title)}</h2>${content}</section>`;
}

const WIDTH = 1000;
const HEIGHT = 160;

/** Each line by its own scale from 0; where a figure is unknown the line is broken. */
function chartHtml(lines: Report['timeline']['lines']): string {
  const drawn = lines.map(({ color, values }) => {
    const most = Math.max(1, ...values.map((value) => value ?? 0));
    const step = WIDTH / Math.max(1, values.length - 1);
    let isPenDown = false;
    const path = values.map((value, index) => {
      if (value === null) {
        isPenDown = false;
        return '';
      }
      const command = isPenDown ? 'L' : 'M';
      isPenDown = true;
      const y = HEIGHT - (value / most) * (HEIGHT - 8) - 2;
      return `${command}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    });
    return `<path d="${path.join('')}" stroke="${color}"/>`;
  });
  const legend = lines.map(({ label, color, values }) => {
    const most = Math.max(0, ...values.map((value) => value ?? 0));
    return `<span><i style="background:${color}"></i>${escaped(label)} 0–${most}</span>`;
  });
  return `<p class="legend">${legend.join('')}</p><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${drawn.join('')}</svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char).replaceAll('\0', '');
}

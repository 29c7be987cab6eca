/** For paper first: black on white, nothing cut in two that can be kept together. */
export const reportStyle = `
:root,:host{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff}
.page{max-width:1100px;margin:0 auto;padding:28px;background:#fff;color:#171b21;font:14px/1.5 Inter,'Segoe UI','PingFang SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei',system-ui,sans-serif;font-variant-numeric:tabular-nums}
header{border-bottom:1px solid #c5ccd5;padding-bottom:12px}
h1{margin:0;font-size:22px;line-height:1.35;overflow-wrap:anywhere}
h2{margin:30px 0 10px;padding-bottom:4px;border-bottom:1px solid #c5ccd5;font-size:17px}
.first>h2{margin-top:22px;padding:0;border:0}
h3{margin:14px 0 6px;font-size:14px;overflow-wrap:anywhere}
p{margin:2px 0;color:#4b5563;overflow-wrap:anywhere}
dl{margin:0}
.tiles{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));margin:18px 0 0;border:1px solid #e2e6eb;border-radius:10px;overflow:hidden}
.tiles>div{padding:10px 12px;border:solid #e2e6eb;border-width:0 1px 1px 0;break-inside:avoid}
dt,.note,.tag,.legend,.quiet,footer{color:#4b5563;font-size:12px}
dd{margin:0}
dt,dd{overflow-wrap:anywhere}
.value{font-size:20px;font-weight:650}
.facts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px 16px}
.cards{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:12px}
article{padding:12px 14px;border:1px solid #c5ccd5;border-radius:10px;break-inside:avoid}
article h3{margin:6px 0;font-size:15px}
.tag{display:flex;justify-content:space-between;gap:12px}
.tag b{text-align:right}
.good{color:#097250}.bad{color:#bf1244}
.next{margin-top:8px;padding-top:8px;border-top:1px solid #e2e6eb}
.next b{color:#171b21}
.quiet{padding-left:18px}
.legend span{display:inline-block;margin-right:18px}
.swatch{width:14px;height:3px;margin-right:6px;vertical-align:middle}
.chart{display:block;width:100%;height:180px;border:1px solid #e2e6eb;border-radius:6px}
.chart path{fill:none;stroke-width:1.5;vector-effect:non-scaling-stroke}
.ticks{display:block;width:100%;overflow:visible;fill:#4b5563;font-size:11px}
figure{margin:0;break-inside:avoid}
.photos{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:12px;margin-top:12px}
.photos img{display:block;max-width:100%;max-height:260px;border-radius:6px}
figcaption{margin-top:4px;color:#4b5563;font-size:12px}
table{width:100%;border-collapse:collapse}
th,td{padding:5px 8px;border-bottom:1px solid #e2e6eb;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{color:#4b5563;font-size:12px;font-weight:500}
.number{text-align:right;white-space:nowrap}
tr{break-inside:avoid}
.number+:not(.number){padding-left:20px}
:lang(en).page,:lang(en) .page{font-family:Inter,'Segoe UI','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif}
footer{margin-top:28px}
@page{size:A4;margin:14mm}
@media print{.page{max-width:none;padding:0;font-size:11px}h2,h3,.legend{break-after:avoid}h2{font-size:14px;margin-top:18px}thead{display:table-header-group}.chart,.ticks{break-inside:avoid}.chart{break-after:avoid;height:130px}tbody tr:nth-child(-n+2),tbody tr:nth-last-child(-n+2){break-before:avoid}.short{break-inside:avoid}.table.none{break-inside:avoid}.value{font-size:16px}.tiles>div{padding:7px 8px}article{padding:9px 10px}.tag{display:block}.tag b{display:block;text-align:left}article h3{font-size:13px}h3{font-size:12px}dt,.note,.tag,.quiet,footer,th,.legend{font-size:10px}th,td{padding:3px 6px}}
@media screen and (max-width:800px){.tiles{grid-template-columns:repeat(3,1fr)}.cards,.facts{grid-template-columns:1fr}.table{overflow-x:auto}}
`;

/** Numbers at the foot of each printed page, by browsers that can (Chromium from 131 on). */
export const pageNumbers = `@page{@bottom-right{content:counter(page) ' / ' counter(pages);color:#4b5563;font-size:8pt}}
`;

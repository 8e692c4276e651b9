import { chartCss, themed } from '../chart/draw/css';

const light = `--vg-ground:#fff;--vg-ink:#3b3b3b;--vg-muted:#555;--vg-predicted:#0063d3;--vg-observed:#8a8a8a;
--vg-grid:#dfdfdf;--vg-axis:#858585;--vg-floor:#d8d8d8;--vg-predicted-fill:#0063d357;color-scheme:light;`;
const dark = `--vg-ground:#1f1f1f;--vg-ink:#cccccc;--vg-muted:#a5a5a5;--vg-predicted:#59a4f9;--vg-observed:#707070;
--vg-grid:#3a3a3a;--vg-axis:#8a8a8a;--vg-floor:#444444;--vg-predicted-fill:#59a4f957;color-scheme:dark;`;

/** The styles of a report: light, dark where the reader prefers it, and paper with hatched predictions. */
export const reportCss = `
:root{${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{margin:0;background:var(--vg-ground);color:var(--vg-ink);
font:14px/1.5 -apple-system,'Segoe UI','Liberation Sans',sans-serif;font-variant-numeric:tabular-nums}
article,.cover{width:min(760px,100% - 40px);margin:0 auto;padding:28px 0 20px}
article+article,.cover+article{border-top:1px solid var(--vg-grid)}
.kick{display:flex;flex-wrap:wrap;gap:2px 12px;font-size:13px;color:var(--vg-muted);margin-bottom:6px}
.kick span:last-child{margin-left:auto}
h1{font-size:24px;line-height:1.25;font-weight:600;margin:0;overflow-wrap:anywhere}
h2{font-size:17px;font-weight:600;margin:30px 0 4px}
h3{font-size:14px;font-weight:600;margin:18px 0 2px;overflow-wrap:anywhere}
p{margin:4px 0;max-width:80ch}
.lead{font-size:17px;margin:12px 0 0;max-width:64ch}
.small{font-size:13px}.muted{color:var(--vg-muted)}
.grade{border-top:2px solid var(--vg-ink);border-bottom:1px solid var(--vg-axis);padding:8px 0;margin-top:18px;font-size:13px}
.badge{display:inline-block;border:1px dashed var(--vg-ink);padding:0 8px;margin:12px 0 0;font-size:13px;line-height:22px}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:13px;margin:8px 0}
.legend span{display:inline-flex;gap:6px;align-items:center}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:16px 28px;margin-top:8px}
figure{margin:0}.n{font-size:12px;color:var(--vg-muted)}figcaption{font-size:12px;padding-left:28px}
svg.chart{display:block;max-width:100%;height:auto;overflow:visible;fill:var(--vg-ink);
font:11px/1 -apple-system,'Segoe UI','Liberation Sans',sans-serif;font-variant-numeric:tabular-nums}
.hatch{stroke:var(--vg-predicted);stroke-width:1.4}
table{border-collapse:collapse;font-size:13px;width:100%}
th{text-align:left;font-weight:600}td,th{padding:3px 10px 3px 0;vertical-align:top}
thead th{border-bottom:1px solid var(--vg-axis);vertical-align:bottom}tbody tr+tr>*{border-top:1px solid var(--vg-grid)}
tbody th{font-weight:400}.num{text-align:right;white-space:nowrap}
.facts th{color:var(--vg-muted);width:170px}.facts td{overflow-wrap:anywhere;white-space:pre-wrap}
.scroll{overflow-x:auto}ul{margin:4px 0;padding-left:20px}
footer{margin-top:28px;padding-top:8px;border-top:1px solid var(--vg-grid);font-size:12px;color:var(--vg-muted)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@page{size:A4;margin:16mm 14mm}
@media print{
:root{${light}--vg-predicted-fill:url(#vg-hatch)}
body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
article,.cover{width:100%;padding:0;border:0!important;break-after:page}article:last-of-type{break-after:auto}
figure,tr,.grade,.forest{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}}
${chartCss(themed)}
`;

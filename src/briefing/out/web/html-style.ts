import { PAPER } from '../palette';

const colour = (hex: string): string => `#${hex}`;

/** For one file on its own: on a screen, and on A4 with the mark and page numbers in the margins and no chart cut. */
export function htmlStyle(mark: string, zh: boolean): string {
  const face = zh
    ? '"Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif'
    : '"Segoe UI","Helvetica Neue",Arial,"Noto Sans CJK SC",sans-serif';
  const serif = zh
    ? '"仿宋_GB2312","仿宋",FangSong,STFangsong,"Noto Serif CJK SC",serif'
    : '"Times New Roman","Liberation Serif",serif';
  return `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:${colour(PAPER.ground)};color:${colour(PAPER.ink)};font:16px/1.7 ${face}}
main,header.head,footer{max-width:960px;margin:0 auto;padding:0 24px}
.mark{position:sticky;top:0;z-index:1;margin:0;padding:6px 24px;text-align:center;font-weight:700;background:${colour(PAPER.ground)};border-bottom:2px solid ${colour(PAPER.ink)}}
.issuer{margin:40px 0 0;color:${colour(PAPER.accent)};font-weight:700}
h1{margin:8px 0;font-size:30px;line-height:1.3}
.subtitle,.facts{margin:4px 0;color:${colour(PAPER.ink2)}}
nav ol{columns:2;padding-left:1.4em}
nav a{color:${colour(PAPER.accent)}}
h2{margin:44px 0 12px;padding-top:10px;border-top:2px solid ${colour(PAPER.accent)};font-size:22px;break-after:avoid}
h3{margin:0 0 2px;font-size:18px;line-height:1.4}
p{margin:0 0 .7em}
figure{margin:26px 0;break-inside:avoid}
figure .measure{margin:0 0 8px;color:${colour(PAPER.ink2)};font-size:14px}
figure .chart svg{display:block;width:100%;height:auto}
figcaption,footer{color:${colour(PAPER.ink3)};font-size:13px}
details{margin:8px 0 30px;font-size:14px}
summary{cursor:pointer;color:${colour(PAPER.accent)}}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
td:first-child{white-space:nowrap}
th,td{padding:3px 8px;border-bottom:1px solid ${colour(PAPER.line)};text-align:left;vertical-align:top}
th{border-bottom:1.5px solid ${colour(PAPER.lineStrong)}}
.end{text-align:right;white-space:nowrap}
footer{margin-top:48px;padding-top:12px;padding-bottom:32px;border-top:1px solid ${colour(PAPER.line)}}
footer p{margin:0}
@page{size:A4;margin:30mm 24mm 26mm 26mm;@bottom-center{content:"— " counter(page) " —";font:11pt ${face}}${mark === '' ? '' : `@top-center{content:${cssString(mark)};font:9pt ${face}}`}}
@media print{
body{font:11.5pt/1.75 ${serif}}
.mark{position:static}
main,header.head,footer{max-width:none;padding:0}
h1{font-size:20pt;text-align:center}.issuer,.subtitle,.facts{text-align:center}
h2{font-size:14pt}h3{font-size:12pt;font-family:${face}}
nav{display:none}
figure .chart svg{max-height:170mm}
details{font-size:9pt}details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}
tr{break-inside:avoid}thead{display:table-header-group}
table{font-size:7.5pt}th,td{padding:1.5pt 3pt}.scroll{overflow:visible}
}`;
}

/** A string of CSS: nothing in it ends the string or the style element. */
function cssString(text: string): string {
  return `"${Array.from(text, (char) =>
    /[\w\u2e80-\uffef ]/.test(char) ? char : `\\${char.codePointAt(0)!.toString(16)} `,
  ).join('')}"`;
}

import { type Markup, trusted } from './markup';

/** Fonts to carry inside the file, as base64 of WOFF2; without them the reader's own serif and sans serif serve. */
export interface ReportFonts {
  text: string;
  textItalic: string;
  interface: string;
}

/** The report's whole style sheet: one file must look right with nothing beside it, on a screen, a phone and paper. */
export function style(fonts: ReportFonts | undefined): Markup {
  return trusted(`${fonts ? faces(fonts) : ''}${tokens}${sheet}${print}`);
}

function faces(fonts: ReportFonts): string {
  const face = (family: string, style: string, weights: string, data: string) =>
    `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:swap;src:url(data:font/woff2;base64,${data}) format("woff2")}\n`;
  return (
    face('Newsreader Variable', 'normal', '200 800', fonts.text) +
    face('Newsreader Variable', 'italic', '200 800', fonts.textItalic) +
    face('Inter Variable', 'normal', '100 900', fonts.interface)
  );
}

const tokens = `
:root{color-scheme:light dark;
--paper:light-dark(#fff,#17181b);--ground:light-dark(#f1f2f0,#111214);--ink:light-dark(#16181b,#ecebe6);--ink-2:light-dark(#43474d,#bcbec3);--ink-3:light-dark(#5f646b,#9a9ea6);
--line:light-dark(#e2e4df,#2c2f34);--line-2:light-dark(#cfd2cc,#3b3f45);--line-control:light-dark(#858a88,#757a83);--pencil:light-dark(#1b4bcb,#8fb2ff);--pencil-tint:light-dark(#e3ebff,#1f2d52);
--text:"Newsreader Variable",Georgia,"Noto Serif",serif;--ui:"Inter Variable",system-ui,"Noto Sans",sans-serif;--mono:ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;--measure:40rem}
[data-colour]{--v:var(--ink-3);--tint:color-mix(in oklab,var(--v) 15%,var(--paper))}
[data-colour=green]{--v:light-dark(#14683d,#6fd09a)}[data-colour=olive]{--v:light-dark(#4b6410,#b9cf68)}[data-colour=ochre]{--v:light-dark(#805300,#ecbd55)}
[data-colour=orange]{--v:light-dark(#a6420a,#f7a066)}[data-colour=red]{--v:light-dark(#b01a2b,#ff8f89)}[data-colour=slate]{--v:light-dark(#545b68,#adb4c2)}
[data-colour=violet]{--v:light-dark(#6a3db5,#c3a9fa)}[data-colour=teal]{--v:light-dark(#075b62,#7fd3da)}[data-colour=magenta]{--v:light-dark(#8f2670,#efa0d4)}[data-colour=brown]{--v:light-dark(#6b4630,#d9b194)}
`;

const sheet = `
*,::before,::after{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0;font:400 .8125rem/1.5 var(--ui);-webkit-font-smoothing:antialiased}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}ol,ul{list-style:none}a{color:inherit}
svg{display:block;flex:none}.defs{position:absolute;width:0;height:0}.g{stroke-linecap:round;stroke-linejoin:round;width:14px;height:14px;color:var(--v);--cut:var(--paper)}.g--16{width:16px;height:16px}.num{font-variant-numeric:tabular-nums}
:focus-visible{outline:2px solid var(--pencil);outline-offset:2px}
.rbar{display:flex;align-items:center;gap:12px;min-height:52px;padding:0 24px;border-bottom:1px solid var(--line);color:var(--ink-3)}
.rbar nav{margin-inline-start:auto}.rbar nav a{display:inline-block;padding:6px 4px;color:var(--ink);font-weight:540;text-decoration:none}.rbar nav a:hover{text-decoration:underline}
.stet{font:500 1.1875rem/1 var(--text);letter-spacing:-.01em;color:var(--ink);padding-bottom:5px;background:radial-gradient(circle,var(--ink) 1.15px,transparent 1.5px) 0 100%/6px 4px repeat-x}
.doc{max-width:1080px;margin:0 auto;padding:64px 32px 96px;font-family:var(--text)}
.dh__k{display:flex;flex-wrap:wrap;gap:4px 16px;font:560 .8125rem/1.4 var(--ui);margin-bottom:16px;max-width:var(--measure)}.dh__k span{color:light-dark(#b01a2b,#ff8f89)}
.dh h1{font:500 clamp(2.125rem,1.4rem + 4vw,4rem)/1.04 var(--text);letter-spacing:-.025em;text-wrap:balance;max-width:15em;width:fit-content;overflow-wrap:anywhere}
.dh__b{font:400 1.0625rem/1.45 var(--text);color:var(--ink-2);margin-top:18px;max-width:var(--measure);overflow-wrap:anywhere}.dh__b a{text-underline-offset:3px;text-decoration-color:var(--line-control);text-decoration-thickness:1px}.dh__b+.dh__m{margin-top:10px}
.dh__m{font:400 .8125rem/1.55 var(--ui);color:var(--ink-2);margin-top:20px;max-width:var(--measure)}
.sum{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.35fr);gap:56px;align-items:end;margin:44px 0 60px;padding:28px 0 26px;border-top:2px solid var(--ink);border-bottom:1px solid var(--line-2)}
.lede{font-size:1.5rem;line-height:1.35;letter-spacing:-.008em;text-wrap:pretty}.lede b{font-weight:600}
.chart__c{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:6px;align-items:end}
.col__s{display:flex;flex-direction:column;gap:3px;min-height:27px;border-bottom:1px solid var(--ink-3);padding-bottom:3px}
.col__s a{display:grid;place-items:center;height:26px;border-radius:3px;background:var(--tint);color:var(--v);font:600 .75rem/1 var(--ui);text-decoration:none;box-shadow:inset 0 0 0 1px color-mix(in oklab,var(--v) 45%,transparent)}.col__s a:hover{background:var(--v);color:var(--paper)}
.col__s .bar{width:100%;height:160px;fill:color-mix(in oklab,var(--v) 60%,var(--paper))}.col__s .bar--lies{display:none}
.col__l{display:grid;grid-template-columns:auto 1fr;gap:2px 5px;align-items:center;padding-top:8px;font:400 .6875rem/1.25 var(--ui);color:var(--ink-2)}.col__l b{font-weight:600;font-size:.8125rem;color:var(--ink)}.col__l>span{grid-column:1/-1;min-height:2.5em;overflow-wrap:anywhere}
.chart figcaption{font:400 .75rem/1.5 var(--ui);color:var(--ink-3);margin-top:10px}
.txt{font-size:1.1875rem;line-height:1.875rem}
.pr{display:grid;grid-template-columns:minmax(0,var(--measure)) minmax(0,1fr);column-gap:48px;margin-bottom:20px}.pr--rep{color:var(--ink-2)}
.pr>div{min-width:0;overflow-wrap:break-word}.pr h2{font:500 1.625rem/1.2 var(--text);letter-spacing:-.012em;margin-top:14px}.pr h3,.pr h4{font:600 1.1875rem/1.3 var(--text);margin-top:8px}
.pr ul{list-style:disc;padding-inline-start:1.3em}.pr ol{list-style:decimal;padding-inline-start:1.5em}.pr blockquote{padding-inline-start:20px;border-inline-start:2px solid var(--line-2);font-style:italic}.pr li+li,.pr blockquote p+p{margin-top:8px}
.pr pre{font:400 .875rem/1.55 var(--mono);overflow-x:auto;padding:12px 14px;background:var(--ground);border-radius:6px}.pr code{font-family:var(--mono);font-size:.86em}
.wide{overflow-x:auto}.pr table{border-collapse:collapse;font:400 .9375rem/1.45 var(--text);min-width:60%}.pr th,.pr td{padding:7px 14px 7px 0;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}.pr th{font-weight:600;border-color:var(--line-2)}.pr caption{text-align:start;caption-side:bottom}
.pr figcaption,.pr caption{font:400 .875rem/1.5 var(--ui);color:var(--ink-2);padding-top:6px}.image{min-height:72px;display:grid;place-items:center;padding:16px;background:var(--ground);border-radius:6px;font:400 .8125rem/1.4 var(--ui);color:var(--ink-3)}.pr hr{border:0;border-top:1px solid var(--line-2);margin:14px 0;width:100%}
.m{--drop:calc(var(--lane,0)*6px);padding-bottom:calc(1px + var(--drop));background-repeat:repeat-x;background-position:0 100%;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.m[data-lane="1"]{--lane:1}.m[data-lane="2"]{--lane:2}.m[data-lane="3"]{--lane:3}
.m[data-pattern=none]{background-image:linear-gradient(var(--ink-3),var(--ink-3));background-size:100% 1px}
.m[data-pattern=solid]{background-image:linear-gradient(var(--v),var(--v));background-size:100% 1.5px}
.m[data-pattern=thick]{background-image:linear-gradient(var(--v),var(--v));background-size:100% 3.5px}
.m[data-pattern=long-dash]{background-image:linear-gradient(90deg,var(--v) 9px,transparent 9px);background-size:13px 2px}
.m[data-pattern=short-dash]{background-image:linear-gradient(90deg,var(--v) 4px,transparent 4px);background-size:7px 2px}
.m[data-pattern=dash-dot]{background-image:linear-gradient(90deg,var(--v) 8px,transparent 8px 11px,var(--v) 11px 13px,transparent 13px);background-size:16px 2px}
.m[data-pattern=dash-dot-dot]{background-image:linear-gradient(90deg,var(--v) 8px,transparent 8px 10px,var(--v) 10px 12px,transparent 12px 14px,var(--v) 14px 16px,transparent 16px);background-size:18px 2px}
.m[data-pattern=wave]{text-decoration:underline wavy var(--v) 1.25px;text-underline-offset:calc(4px + var(--drop));text-decoration-skip-ink:none}
.m[data-pattern=double]{padding-bottom:calc(2px + var(--drop));background-image:linear-gradient(var(--v) 1.5px,transparent 1.5px 3.5px,var(--v) 3.5px 5px);background-size:4px 5px}
.m[data-pattern=dots]{background-image:radial-gradient(circle at 50% 50%,var(--v) 1.1px,transparent 1.5px);background-size:5px 3px}
.m[data-pattern=slashes]{padding-bottom:calc(2px + var(--drop));background-image:linear-gradient(115deg,transparent 38%,var(--v) 38% 62%,transparent 62%);background-size:5px 5px}
.ref{font:600 .625em/0 var(--ui);font-variant-numeric:tabular-nums;vertical-align:.62em;color:var(--v);text-decoration:none;padding:.35em .04em .35em .16em;border-radius:2px}.ref:hover{background:var(--tint)}
.sns{display:flex;flex-direction:column;gap:9px;padding-top:6px;font-family:var(--ui)}
.sn{display:grid;grid-template-columns:18px 14px minmax(0,1fr);gap:7px;font-size:.75rem;line-height:1.45;color:var(--ink-2);text-decoration:none;overflow-wrap:anywhere}.sn .g{margin-top:1.5px}.sn__n{text-align:end;color:var(--ink-3)}.sn b{color:var(--v);font-weight:600}.sn:hover>span:last-child{text-decoration:underline;text-underline-offset:2px}
.sn--rep{display:block;padding-inline-start:46px;color:var(--ink-3)}
.claims{margin-top:72px}.claims h2,.corr h2,.meth h2{font:500 2.125rem/1.1 var(--text);letter-spacing:-.018em;padding-bottom:14px;border-bottom:2px solid var(--ink)}.none{padding:20px 0;font-size:1.125rem;color:var(--ink-2)}
.ci{display:grid;grid-template-columns:56px minmax(0,1fr);padding:24px 0 22px;border-bottom:1px solid var(--line-2)}.ci:target,.m:target{background-color:var(--tint)}
.ci__n{font:400 1.75rem/1.1 var(--text);color:var(--ink-3)}.ci__b{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,19.5rem);column-gap:48px;align-content:start;overflow-wrap:anywhere}.ci__b>*{grid-column:1}
.ci__v{display:flex;align-items:center;gap:7px;font:600 .875rem/1.3 var(--ui);color:var(--v)}.ci__q{font:500 1.375rem/1.3 var(--text);letter-spacing:-.008em;margin:5px 0 8px;text-wrap:pretty;white-space:pre-line}.ci__q a{text-decoration:none}.ci__q a:hover{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:4px}
.ci__a,.ci__stale{font:400 .8125rem/1.5 var(--ui);color:var(--ink-2);margin-bottom:8px}.ci__stale{font-weight:560}
.ci__r{font-size:1.125rem;line-height:1.5}.ci__r>*+*{margin-top:8px}.ci__r ul{list-style:disc;padding-inline-start:1.2em}.ci__r ol{list-style:decimal;padding-inline-start:1.4em}.ci__r blockquote{padding-inline-start:14px;border-inline-start:2px solid var(--line-2)}.ci__r code,.ci__r pre{font:400 .875em/1.5 var(--mono)}
.ci__f{font-size:1.125rem;line-height:1.5;margin-top:10px}.ci__f span{font:560 .75rem/1.4 var(--ui);color:var(--ink-3);display:block}.ci__f del{color:var(--ink-2);text-decoration-color:var(--pencil)}.ci__f ins{color:var(--pencil);background:var(--pencil-tint);text-decoration:none}
.ci__b>.ci__s{grid-column:2;grid-row:1/span 9;font:400 .8125rem/1.45 var(--ui)}.ci__s li{display:grid;grid-template-columns:64px minmax(0,1fr);gap:8px;padding:0 0 12px}.ci__st{font-weight:560;color:var(--ink-2);font-size:.75rem;line-height:1.55}
.ci__s a{text-underline-offset:2px;text-decoration-color:var(--line-control);text-decoration-thickness:1px}.ci__s b{font-weight:540}.ci__s small{display:block;font-size:.75rem;color:var(--ink-3)}.ci__s q{display:block;quotes:none;font:italic 400 .9375rem/1.42 var(--text);color:var(--ink-2);padding-inline-start:10px;border-inline-start:2px solid var(--line-2);margin-top:6px;white-space:pre-line}
.ci__t{margin-top:14px;padding:12px 16px;background:var(--ground);border-radius:6px;font:400 .8125rem/1.5 var(--ui);color:var(--ink-2)}.ci__t h3{font:560 .75rem/1.4 var(--ui);color:var(--ink-3);margin:0 0 8px}.th+.th{margin-top:12px;padding-top:12px;border-top:1px solid var(--line-2)}.th__a{margin-top:8px;padding-inline-start:14px;border-inline-start:2px solid var(--line-2)}.th__c+.th__c{margin-top:8px}.th b{font-weight:560;color:var(--ink)}.th small,.th__r{font-size:.75rem;color:var(--ink-3)}.th__r{margin-top:6px}.th__c div>*+*{margin-top:6px}.th ul{list-style:disc;padding-inline-start:1.2em}.th ol{list-style:decimal;padding-inline-start:1.4em}
.ci__w{font:400 .75rem/1.5 var(--ui);color:var(--ink-3);margin-top:12px;text-wrap:balance}
.corr{margin-top:64px}.corr li{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:4px 24px;padding:16px 0;border-bottom:1px solid var(--line-2);overflow-wrap:anywhere}.corr__w{font:400 .8125rem/1.8 var(--ui);color:var(--ink-3)}.corr__b{font-size:1.125rem;line-height:1.5;white-space:pre-line;max-width:var(--measure)}.corr dl{margin-top:8px}.corr dl div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:12px;margin-top:3px}.corr dt{font:400 .75rem/1.8 var(--ui);color:var(--ink-3)}.corr dd{font-size:1rem;line-height:1.45;color:var(--ink-2)}
.meth{margin-top:64px}.meth__g{display:grid;grid-template-columns:1fr 1fr;gap:48px;font-size:1.0625rem;line-height:1.55;padding:18px 0 28px}
.key{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:12px 32px;padding:0 0 28px;font:400 .75rem/1.45 var(--ui);color:var(--ink-2)}.key li{display:grid;grid-template-columns:16px 1fr;gap:8px}.key b{display:block;color:var(--v);font-weight:600}
.fp{display:grid;grid-template-columns:auto auto minmax(0,1fr);gap:12px 40px;padding:16px 20px;background:var(--ground);border-radius:6px;font:400 .75rem/1.5 var(--ui);overflow-wrap:anywhere}.fp__w{grid-column:1/-1}.fp dt{color:var(--ink-3)}.fp .mono{font-family:var(--mono);font-size:.72rem}
@media (max-width:1000px){.sum{grid-template-columns:minmax(0,1fr);gap:28px}.pr{grid-template-columns:minmax(0,1fr)}.sns{display:none}.doc{max-width:calc(var(--measure) + 64px)}.ci__b{grid-template-columns:minmax(0,1fr)}.ci__b>.ci__s{grid-column:1;grid-row:auto;margin-top:14px}.fp{grid-template-columns:1fr 1fr}.fp__h{grid-column:1/-1}}
@media (max-width:560px){.rbar{padding:0 18px}.doc{padding:30px 18px 56px}.sum{margin:28px 0 36px;padding:20px 0}.lede{font-size:1.3125rem}
.chart__c{display:block}.col{display:grid;grid-template-columns:148px minmax(0,1fr);align-items:center;border-top:1px solid var(--line)}.col__l{order:-1;display:flex;gap:7px;padding:7px 0;font-size:.75rem}.col__l b{order:3;margin-inline-start:auto;padding-inline-end:12px}.col__l>span{color:var(--ink);min-height:0}.col__s{flex-flow:row-reverse wrap;justify-content:flex-end;border:0;padding:3px 0;min-height:0}.col__s a{width:30px}.col__s .bar{display:none}.col__s .bar--lies{display:block;height:14px}
.txt{line-height:1.9rem}.claims,.corr,.meth{margin-top:48px}.corr li,.corr dl div{grid-template-columns:minmax(0,1fr);gap:2px}.ci{grid-template-columns:minmax(0,1fr);padding:20px 0;position:relative}.ci__n{position:absolute;inset-inline-end:0;top:18px}.ci__q{font-size:1.25rem}.meth__g{grid-template-columns:1fr;gap:14px}.fp{grid-template-columns:1fr;gap:10px}}
@media (forced-colors:active){.m{text-decoration:underline;forced-color-adjust:none}}
`;

const print = `
@page{margin:18mm 17mm 20mm}
@media print{:root{color-scheme:light}html{font-size:10.4pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}.rbar{display:none}.doc{max-width:none;padding:0}.dh h1{font-size:30pt}
.sum{margin:16pt 0 20pt;padding:12pt 0;gap:22pt;grid-template-columns:1fr 1.5fr;break-inside:avoid}.lede{font-size:14pt}.chart__c{display:grid}.col{display:block;border:0}.col__s{flex-flow:column;border-bottom:1px solid var(--ink-3)}.col__s a{width:auto}.col__s .bar{display:block}.col__s .bar--lies{display:none}.col__l{display:grid;order:0}
.pr{grid-template-columns:minmax(0,1fr) 46mm;column-gap:7mm;margin-bottom:7pt}.sns{display:flex;gap:4pt;padding-top:3pt}.sn{font-size:7.4pt;line-height:1.35;grid-template-columns:12pt 9pt minmax(0,1fr);gap:4pt}.sn--rep{padding-inline-start:29pt}.sn .g{width:9pt;height:9pt}
.txt{font-size:11pt;line-height:17pt}.pr p{orphans:3;widows:3}.pr h2,.pr h3,.pr h4{break-after:avoid}.claims{margin-top:24pt}.claims h2,.corr h2,.meth h2{font-size:19pt;break-after:avoid}
.ci{display:grid;grid-template-columns:26pt minmax(0,1fr);break-inside:avoid;padding:11pt 0}.ci__n{position:static;font-size:15pt}.ci__b{grid-template-columns:minmax(0,1fr) 62mm;column-gap:7mm}.ci__b>.ci__s{grid-column:2;grid-row:1/span 9;margin:0;font-size:8pt}.ci__s small,.ci__w,.ci__st{font-size:7.6pt}.ci__s li{grid-template-columns:42pt minmax(0,1fr);padding-bottom:6pt}.ci__q{font-size:12.5pt}.ci__r,.ci__f{font-size:10.4pt}.ci__v{font-size:9pt}.ci__t{font-size:8pt;padding:7pt 9pt;break-inside:avoid}.th small,.th__r,.ci__t h3{font-size:7.6pt}.ci__a,.ci__stale{font-size:8.4pt}.dh__b{font-size:11pt;margin-top:9pt}.dh__m{font-size:8.4pt;margin-top:7pt}.col__l>span{font-size:6.4pt}
.corr{margin-top:22pt}.corr li{break-inside:avoid;padding:8pt 0;grid-template-columns:26mm minmax(0,1fr)}.corr__b{font-size:10.4pt}.corr dd{font-size:9.6pt}.meth{margin-top:22pt;break-inside:avoid}.meth__g{grid-template-columns:1fr 1fr;font-size:9.6pt;gap:8mm}.fp{font-size:8pt}.fp .mono{font-size:7.4pt}}
`;

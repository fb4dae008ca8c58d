/** The looks of the reading copy. It carries them itself, as it may load nothing. */

import { TRACKS } from '../report/marked-text.ts'
import { PALETTE } from '../report/palette.ts'

/** Annotations of one article that light up together with their entry; later ones are reached by link only. */
export const LIT = 80

const both = (light: string, dark: string) => `light-dark(${light}, ${dark})`

/**
 * @param labels how many there are in the codebook, and
 * @param annotators how many people: each has a rule that hides what its box does not choose
 */
export function styles(labels: number, annotators: number): string {
  const colours = Object.entries(PALETTE).map(
    ([name, { light, dark, line }]) => `.c-${name}{--label:${both(light, dark)};--style:${line}}`,
  )
  const tracks = Array.from(
    { length: TRACKS },
    (_, track) => `.t${track}{text-underline-offset:${2 + track * 4}px}`,
  )
  const lit = Array.from(
    { length: LIT },
    (_, index) =>
      `article:has(.n${index + 1}:is(:hover,:focus-within,:focus,:target)) .n${index + 1}{--lit:1}`,
  )
  const hidden = (kind: string, count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `body:has(#${kind}${index}:not(:checked)) .${kind}${index}{display:var(--off,none);text-decoration:none;background:none}`,
    )
  return [
    BASE,
    ...colours,
    ...tracks,
    ...lit,
    ...hidden('l', labels),
    ...hidden('by', annotators),
    PRINT,
  ].join('\n')
}

const BASE = `
:root{color-scheme:light dark;
--paper:light-dark(#fdfcf9,#16181b);--surface:light-dark(#f6f4ee,#1c1f23);--line:light-dark(#e2ded3,#30353b);
--line-strong:light-dark(#8b867a,#7d858f);--ink:light-dark(#1e2124,#e7e5df);--ink-soft:light-dark(#555a60,#aab0b7);
--accent:light-dark(#14525f,#7cc4d0);--current:light-dark(#fff1c2,#3b3420);
--text:"Source Serif 4","Source Serif Pro",Charter,"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif;
--ui:Inter,system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
/* Whether an annotation is pointed at; not handed down to the others within it. */
@property --lit{syntax:"*";inherits:false;initial-value:0}
*{box-sizing:border-box}
html{font:100%/1.5 var(--ui);scroll-padding-block:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-size:.875rem;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset:0 auto auto 0;z-index:2;padding:.5rem 1rem;background:var(--paper)}
h1,h2,h3{font-family:var(--text);line-height:1.2;font-weight:600;text-wrap:balance;margin:0}
h1{font-size:clamp(1.9rem,1.3rem + 2vw,2.75rem);letter-spacing:-.015em}
h2{font-size:1.5rem;letter-spacing:-.01em}
h3{font-size:1.0625rem}
p{margin:0}
.soft{color:var(--ink-soft)}
.page{display:grid;grid-template-columns:minmax(0,1fr);max-width:96rem;margin-inline:auto}
@media(min-width:60rem){main>section:first-child{border-block-start:1px solid var(--line)}.page{grid-template:auto 1fr/15.5rem minmax(0,1fr)}.masthead,main{grid-column:2}}
aside.side{padding:1.5rem;background:var(--surface);border-block-end:1px solid var(--line)}
@media(min-width:60rem){aside.side{grid-area:1/1/3/2;position:sticky;inset-block-start:0;block-size:100vh;overflow:auto;
padding:2.5rem 1.25rem 2rem 1.5rem;border:0;border-inline-end:1px solid var(--line)}}
.side nav ul,.side fieldset ul{list-style:none;margin:0;padding:0}
.side nav{margin-block-end:1.75rem}
.side nav li{padding-block:.125rem}
.side nav a{text-decoration:none}
.side nav a:hover{text-decoration:underline}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-inline-size:0}
legend,.caps{font-size:.6875rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase;color:var(--ink-soft);padding:0;margin-block-end:.5rem}
.choice{display:grid;grid-template-columns:1.125rem minmax(0,1fr) auto;gap:.5rem;align-items:baseline;padding-block:.1875rem;cursor:pointer}
.choice input{accent-color:var(--accent);margin:0;inline-size:1rem;block-size:1rem;align-self:center}
.choice .count{color:var(--ink-soft);font-variant-numeric:tabular-nums;font-size:.75rem}
.swatch{text-decoration:underline var(--style) var(--label) 2px;text-underline-offset:4px;text-decoration-skip-ink:none}
.hint{font-size:.75rem;color:var(--ink-soft);line-height:1.45}
main,.masthead{padding-inline:clamp(1.25rem,4vw,4rem);min-inline-size:0}
main{padding-block-end:6rem}
.masthead{padding-block:2.5rem 2.25rem}
.masthead p{margin-block-start:.75rem;color:var(--ink-soft);font-size:.9375rem}
main>section{padding-block:2rem;border-block-start:1px solid var(--line)}
main>section:first-child{border:0}
main>section>h2{margin-block-end:1.25rem}
.figures{display:flex;flex-wrap:wrap;gap:1.25rem 2.75rem;margin:0 0 2rem}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{margin:0;font:400 2rem/1.1 var(--text);font-variant-numeric:lining-nums;letter-spacing:-.01em}
.figures dt{color:var(--ink-soft);font-size:.75rem;margin-block-start:.25rem}
.scroll{overflow-x:auto;margin-block-end:2rem;max-inline-size:52rem}
table{border-collapse:collapse;inline-size:100%;font-size:.8125rem}
caption{text-align:start;font-weight:600;padding-block-end:.5rem}
th,td{padding:.4375rem .75rem .4375rem 0;border-block-end:1px solid var(--line);text-align:start;vertical-align:baseline;font-weight:400;overflow-wrap:normal}
thead th{color:var(--ink-soft);font-size:.75rem;white-space:nowrap}
td.n,th.n{text-align:end;font-variant-numeric:tabular-nums}
td.bar{inline-size:34%;padding-inline-start:.75rem}
meter{inline-size:100%;block-size:.5rem;border:0;background:none;display:block}
meter::-webkit-meter-bar{background:var(--line);border:0;border-radius:2px;block-size:.5rem}
meter::-webkit-meter-optimum-value{background:var(--label,var(--accent));border-radius:2px}
meter::-moz-meter-bar{background:var(--label,var(--accent));border-radius:2px}
.entries{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:1.75rem 2.5rem;margin:0}
.entry h3{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.entry p{white-space:pre-line;margin-block-start:.5rem;line-height:1.55}
.entry dl{margin:.5rem 0 0;font-size:.8125rem}
.entry dt{font-weight:600;color:var(--ink-soft);margin-block-start:.5rem}
.entry dd{margin:0;white-space:pre-line}
.entry ul{margin:0;padding-inline-start:1.1em}
.contents{columns:2 20rem;column-gap:2.5rem;margin:0;padding-inline-start:2.25em;font-size:.875rem}
.contents li{break-inside:avoid;padding-block:.2rem;padding-inline-start:.25em}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.contents::marker,.contents li::marker{color:var(--ink-soft);font-variant-numeric:tabular-nums}
article{padding-block:3.25rem;border-block-start:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 60rem}
article>header{margin-block-end:1.75rem;max-inline-size:44rem}
article>header p{color:var(--ink-soft);margin-block-start:.5rem}
.block{display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem 3rem;align-items:start;margin-block-end:1.125rem}
.text{font:1.125rem/2 var(--text);max-inline-size:36em;white-space:pre-line;hanging-punctuation:first}
.notes{list-style:none;margin:.125rem 0 .5rem;padding:0;display:grid;gap:.625rem;max-inline-size:38rem}
@media(min-width:82rem){.block{grid-template-columns:minmax(0,40.5rem) minmax(13rem,20rem)}.notes{margin-block-start:.5rem}}
.m{text-decoration:underline var(--style) var(--label) 2px;text-decoration-skip-ink:none;--off:inline;
background:color-mix(in oklab,var(--label) calc(var(--lit,0)*22%),transparent);-webkit-box-decoration-break:clone;box-decoration-break:clone}
.tag{font:600 .6875rem/1 var(--ui);color:var(--label);text-decoration:none;white-space:nowrap;margin-inline:.3em .15em;padding:.2em .35em;
border:1px solid color-mix(in oklab,var(--label) 40%,transparent);border-radius:3px;unicode-bidi:isolate;
background:color-mix(in oklab,var(--label) calc(7% + var(--lit,0)*20%),transparent)}
.tag:hover{border-color:var(--label)}
.notes li{font-size:.8125rem;line-height:1.45;padding:.125rem 0 .125rem .75rem;padding-inline:.75rem 0;border-inline-start:2px var(--edge,solid) var(--label);
background:color-mix(in oklab,var(--label) calc(var(--lit,0)*9%),transparent);scroll-margin-block:4rem}
.notes .who{font-weight:600;color:var(--label)}
.notes .quote{color:var(--ink-soft);font-family:var(--text);font-style:italic;quotes:none}
.notes .note{white-space:pre-line;margin-block-start:.1875rem}
.notes dl{margin:.1875rem 0 0;display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 .625rem}
.notes dt{color:var(--ink-soft)}
.notes dd{margin:0;white-space:pre-line}
.sign{font:700 .75rem/1 var(--ui);color:var(--ink-soft);margin-inline-start:.25em;cursor:help;unicode-bidi:isolate}
.sign.cannot{color:light-dark(#a8231c,#ff9d94)}
body:has(#signs:not(:checked)) .sign{display:none}
footer{color:var(--ink-soft);padding-block-start:2rem;border-block-start:1px solid var(--line)}
@media(forced-colors:active){.m{text-decoration-color:currentColor}}`

const PRINT = `
@media print{
@page{margin:18mm 16mm}
:root{color-scheme:light}
body{font-size:9pt}
.page{display:block}.side nav,.side .hint,.skip,.sign{display:none}
aside.side{position:static;block-size:auto;background:none;padding:0;border:0;display:none}
main{padding:0}
article{content-visibility:visible;break-before:page;border:0;padding-block:0}
.text{font-size:11pt;line-height:1.9}
.block{display:grid;grid-template-columns:minmax(0,1fr) 52mm;gap:6mm}
.notes li{font-size:8pt;break-inside:avoid}
h2,h3{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`

import { LABEL_COLOURS } from './label-colours.ts'

const colours = Object.entries(LABEL_COLOURS).map(
  ([name, { light, dark }]) => `[data-colour="${name}"] { --label: light-dark(${light}, ${dark}); }\n`,
)

/** The stylesheet of the codebook's page: for the window in light and dark, and for paper. */
export const PAGE_STYLE = `:root { color-scheme: light dark; }
body {
  max-width: 44em;
  margin: 2rem auto;
  padding: 0 1rem;
  color: light-dark(#1e2124, #e7e5df);
  background: light-dark(#fdfcf9, #16181b);
  font: 1rem/1.5 Georgia, "Noto Serif", serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6, dt, header p { font-family: system-ui, sans-serif; line-height: 1.25; }
header p, small, dt { color: light-dark(#555a60, #aab0b7); }
p, dd { white-space: pre-line; }
section { margin: 1.25rem 0; }
section[data-colour] { padding-left: 1rem; border-left: 0.3rem solid var(--label); }
section[data-colour] > :is(h3, h4, h5, h6) { color: var(--label); }
:is(h3, h4, h5, h6) { margin: 0 0 0.25rem; }
.summary { font-style: italic; }
kbd { padding: 0 0.4em; border: 1px solid currentcolor; border-radius: 0.25em; font-size: 0.8em; }
dl { display: grid; grid-template-columns: 9em 1fr; gap: 0.25rem 1rem; }
dt { grid-column: 1; font-size: 0.85rem; }
dd { grid-column: 2; margin: 0; }
${colours.join('')}@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; background: none; font-size: 10.5pt; }
  section { break-inside: avoid-page; print-color-adjust: exact; }
  :is(h1, h2, h3, h4, h5, h6) { break-after: avoid; }
}
`

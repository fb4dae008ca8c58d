/** Combining marks for LaTeX's accents. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
}

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  th: 'þ',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  '&': '&',
  '%': '%',
  $: '$',
  '#': '#',
  _: '_',
  '{': '\u0001',
  '}': '\u0002',
  ' ': ' ',
  '\\': ' ',
  ',': ' ',
}

/** The text that a value of BibTeX stands for: accents put together, commands and braces gone, dashes set. */
export function latexText(value: string): string {
  return value
    .replace(
      /\\([`'^~=".uvHcdbrk])\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z]))/g,
      (whole, accent, braced, bare) => {
        // "\cite" is a command, "\c c" and "\c{c}" are accents.
        if (/[a-zA-Z]/.test(accent) && bare && !/\s/.test(whole)) return whole
        return `${braced ?? bare}${ACCENTS[accent] ?? ''}`.normalize('NFC')
      },
    )
    .replace(
      /\\(?:([a-zA-Z]+)\s*(?:\{\})?|([^a-zA-Z]))/g,
      (_whole, word: string, sign: string) => LETTERS[word ?? sign] ?? '',
    )
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/~/g, '\u00a0')
    .replace(/[{}]/g, '')
    .replaceAll('\u0001', '{')
    .replaceAll('\u0002', '}')
    .replace(/[ \t]*\r?\n[ \t]*/g, ' ')
    .trim()
}

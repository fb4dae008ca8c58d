/** A text without case and diacritics: two that differ in nothing else are found by one another. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')

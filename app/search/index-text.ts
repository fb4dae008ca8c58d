import { foldedWords } from './words.ts'

/**
 * Characters that FTS5 (unicode61 with remove_diacritics 2) folds and parts as this room does, so that texts of these
 * alone, most of those in Latin and Cyrillic letters, are indexed as they are.
 */
const PLAIN =
  /^[\0-\u00a9\u00ab-\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0400\u0402-\u0450\u0452-\u045f\u0490-\u0491\u2010-\u201f\u2020-\u2027\u202f-\u203a\u20a0-\u20b9\u2116\u2122]*$/

/** A text as FTS5 gets it: it sees exactly the words of words.ts, folded. */
export const indexText = (text: string): string => (PLAIN.test(text) ? text : foldedWords(text).join(' '))

import { isPlain } from './plain-text.ts'
import { foldedWords } from './words.ts'

/** A text as FTS5 gets it: it sees exactly the words of words.ts, folded. */
export const indexText = (text: string): string => (isPlain(text) ? text : foldedWords(text).join(' '))

/**
 * What of a sentence is compared where sentences are asked for that are equal to it. Two are equal that a reader takes for
 * the same sentence, set in another way; case, accents and words make another sentence in every script.
 */

/** A script that puts no blanks between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc]'
const isUnspaced = new RegExp(UNSPACED, 'u')

/** Wide and narrow forms, and the wide blank. */
const WIDTHS = /[\u3000\uff01-\uffee]+/g

/** One line of ASCII with single blanks: it is its own form. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/

const BLANKS = /\s+/g

/** Blanks, and signs that nobody sees, that are no blank between two words of scripts that have them. */
const SETTING = new RegExp(
  `[\\u200b\\u200c\\u200d\\u2060\\ufeff\\u00ad]+|(?<!(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}]) | (?!(?!${UNSPACED})[\\p{L}\\p{N}])`,
  'gu',
)

/** A full stop after the last word, which headlines and lists leave out; also within closing quotation marks or brackets. */
const LAST_STOP = new RegExp(`(?<=${UNSPACED}\\p{M}*)[.。](?=[”’"'」』）)\\]】]*$)`, 'u')

/**
 * The form of a sentence: canonically composed, letters and signs of the usual width, one blank for many and none at the
 * ends. In scripts without blanks between words, blanks do not count at all, but between words of other scripts, nor does
 * a full stop at the end; question and exclamation marks do.
 */
export function sentenceForm(sentence: string): string {
  const text = sentence.trim()
  if (PLAIN.test(text)) return text
  const usual = text
    .replace(WIDTHS, run => run.normalize('NFKC'))
    .normalize('NFC')
    .replace(BLANKS, ' ')
    .trim()
  return isUnspaced.test(usual) ? usual.replace(SETTING, '').normalize('NFC').replace(LAST_STOP, '') : usual
}

/**
 * What a text has to have, letter by letter, where it has a sentence of this form, unless it has wide or narrow forms;
 * undefined where there is nothing of that kind.
 */
export function surePiece(form: string): string | undefined {
  if (isUnspaced.test(form)) return undefined
  const pieces = form.split(' ').filter(piece => PLAIN.test(piece))
  return pieces.reduce<string | undefined>(
    (longest, one) => (longest === undefined || one.length > longest.length ? one : longest),
    undefined,
  )
}

/** The column MISC of CoNLL-U: names and values, joined by bars. */
import { CONTROLS } from './tokens.ts'

export type Pair = readonly [name: string, value: string | number]

/** `_` for none. */
export const miscOf = (pairs: readonly Pair[]): string =>
  pairs.length === 0 ? '_' : pairs.map(([name, value]) => `${name}=${escaped(String(value))}`).join('|')

/**
 * A value without blanks, bars and equals signs. As UDPipe has it in `SpacesAfter`: `\s` for a space, `\t`, `\n`,
 * `\r`, `\p` for a bar and `\\`; besides `\e` for an equals sign, and `\u2028` and the like for other blanks.
 */
export const escaped = (value: string): string =>
  value.replace(SPECIAL, character => ESCAPES.get(character) ?? hexadecimal(character))

const SPECIAL = new RegExp(`[\\s|=\\\\]|${CONTROLS.source}`, 'g')
const ESCAPES: ReadonlyMap<string, string> = new Map([
  [' ', '\\s'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['|', '\\p'],
  ['=', '\\e'],
  ['\\', '\\\\'],
])

const hexadecimal = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * Text from outside, for a terminal: characters that steer it, or that turn the direction of what follows,
 * are shown as \u{…} instead of being obeyed.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, character => {
    if (character === '\t') return ' '
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}

/** What RTF is made of: groups, control words with a number, bytes of text. */
export type RtfToken =
  | { readonly is: 'open' | 'close' }
  | { readonly is: 'word'; readonly word: string; readonly number: number | undefined }
  /** One byte of text in the current encoding; `\'e9` is one too. */
  | { readonly is: 'byte'; readonly byte: number }

const BACKSLASH = 0x5c

/** Takes RTF apart, byte by byte; pictures and other binary runs are passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at++] ?? 0
    if (byte === 0x7b) yield { is: 'open' }
    else if (byte === 0x7d) yield { is: 'close' }
    else if (byte === BACKSLASH) {
      const control = readControl(bytes, at)
      at = control.next
      yield control.token
    } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { is: 'byte', byte }
  }
}

function readControl(bytes: Uint8Array, start: number): { token: RtfToken; next: number } {
  let at = start
  while (isLetter(bytes[at])) at++
  if (at === start) {
    const symbol = String.fromCharCode(bytes[at] ?? 0x20)
    if (symbol !== "'") return { token: { is: 'word', word: symbol, number: undefined }, next: at + 1 }
    const hex = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0x20, bytes[at + 2] ?? 0x20), 16)
    return { token: { is: 'byte', byte: Number.isNaN(hex) ? 0x20 : hex }, next: at + 3 }
  }
  const word = String.fromCharCode(...bytes.subarray(start, Math.min(at, start + 40)))
  const digits = at
  if (bytes[at] === 0x2d) at++
  while (isDigit(bytes[at]) && at - digits < 12) at++
  const number =
    at > digits ? Number.parseInt(String.fromCharCode(...bytes.subarray(digits, at)), 10) : undefined
  if (bytes[at] === 0x20) at++
  if (word === 'bin' && number && number > 0) at += number
  return { token: { is: 'word', word, number: Number.isNaN(number) ? undefined : number }, next: at }
}

const isLetter = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39

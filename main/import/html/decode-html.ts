import { decode } from '../decode.ts'

/** Bytes in which a page must name its encoding, four times what the HTML standard asks. */
const HEAD = 4096

/**
 * The text of a page: by its byte order mark, by what the server said, by its own `<meta charset>`, else as
 * any text file. Bytes that are wrong in the named encoding become U+FFFD, as in a browser.
 *
 * @param charset what a server or a mail said of it
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): string {
  const marked =
    (bytes[0] === 0xef && bytes[1] === 0xbb) ||
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff)
  const named = marked ? undefined : (decoder(charset) ?? decoder(declared(bytes)))
  if (!named) return decode(bytes)
  // A page that says it is UTF-8 and is not was saved by a program that changed one and not the other.
  if (named.encoding === 'utf-8') return isUtf8(bytes) ? named.decode(bytes) : decode(bytes)
  return named.decode(bytes)
}

function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)
  const name = found?.[1] ?? found?.[2]
  // A page whose head can be read byte by byte is not UTF-16, whatever it says (HTML standard, 13.2.3.2).
  return name?.toLowerCase().startsWith('utf-16') ? 'utf-8' : name
}

function decoder(charset: string | undefined): InstanceType<typeof TextDecoder> | undefined {
  if (!charset) return undefined
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

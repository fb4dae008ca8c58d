import { Buffer } from 'node:buffer'
import { Refusal } from '#app/failure'

/** Bytes at either end of a file that tell what it is. */
const ENDS = 64 * 1024

const ZIPPED = new Set(['docx', 'docm', 'dotx', 'odt', 'ott', 'epub', 'xlsx', 'xlsm', 'zip'])

/** Endings that say nothing certain about what is in a file. */
const VAGUE = new Set([
  '',
  'doc',
  'xls',
  'php',
  'asp',
  'aspx',
  'jsp',
  'cgi',
  'bin',
  'dat',
  'txt',
  'tmp',
  'download',
])

/**
 * What kind of file it is, as the ending that its name should have: by its first bytes where these leave no
 * doubt, else by its name. Throws a refusal for kinds that are known and cannot be read.
 */
export function recognise(bytes: Uint8Array, fileName: string): string {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const head = latin1(bytes.subarray(0, 1024))
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw new Refusal('unreadable', compoundFile(bytes))
  if (head.includes('%PDF-')) return 'pdf'
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return 'rtf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return ZIPPED.has(ending) ? ending : zipped(bytes)
  if (ZIPPED.has(ending) || ending === 'pdf' || ending === 'rtf')
    throw new Refusal(
      'unreadable',
      `It is not the ${ending.toUpperCase()} file that its name says, or it is damaged. Get a whole copy of it.`,
    )
  if (!VAGUE.has(ending)) return ending
  return markup(head) ?? (ending === '' || ending === 'txt' ? 'txt' : ending)
}

/** Old Office files, and new ones under a password, share one container. */
function compoundFile(bytes: Uint8Array): string {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  return encrypted
    ? 'It is protected by a password. Open it, save it without the password, then import that.'
    : 'It is in an old format of Microsoft Office. Save it as .docx or .xlsx, then import that.'
}

/** What a zip under another name is, by the names in its directory, which stands at its end. */
function zipped(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, 200))
  const names = latin1(bytes.subarray(-ENDS))
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  if (head.includes('application/epub+zip')) return 'epub'
  if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt'
  return 'zip'
}

function markup(head: string): string | undefined {
  if (/^\W{0,3}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(head))
    return 'html'
  return /^\W{0,3}\s*<\?xml/.test(head) ? 'xml' : undefined
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

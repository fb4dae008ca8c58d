/**
 * The encodings of RTF (Rich Text Format Specification 1.9.1, "Font Table"): `\fcharset` of a font, and
 * `\ansicpg` of the document, as names that TextDecoder knows.
 */
const BY_CHARSET: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

const BY_CODE_PAGE: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
}

export const encodingOfCharset = (charset: number): string | undefined => BY_CHARSET[charset]

export function encodingOfCodePage(page: number): string {
  const named = BY_CODE_PAGE[page]
  if (named) return named
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252'
}

import { feed } from './feed/feed.ts'
import { webPage } from './html/web-page.ts'
import { mail } from './mail/mail.ts'
import { webArchive } from './mail/web-archive.ts'
import { markdown } from './markdown.ts'
import { docx } from './office/docx.ts'
import { epub } from './office/epub.ts'
import { odt } from './office/odt.ts'
import { rtf } from './office/rtf.ts'
import { pdf } from './pdf/pdf.ts'
import { plainText } from './plain-text.ts'
import { references } from './references/references.ts'
import { csv } from './rows/csv.ts'
import { json } from './rows/json.ts'
import { xlsx } from './rows/xlsx.ts'
import type { Source } from './source.ts'

/** Every kind of file that is read. A new one is a file beside these and a line here. */
export const sources: readonly Source[] = [
  plainText,
  markdown,
  webPage,
  webArchive,
  docx,
  odt,
  rtf,
  epub,
  pdf,
  mail,
  csv,
  xlsx,
  json,
  feed,
  references,
]

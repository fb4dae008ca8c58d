import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs'
import { Refusal } from '#app/failure'
import { known } from '../html/page-metadata.ts'
import type { Source } from '../source.ts'
import { type Glyphs, pageLines } from './page-lines.ts'
import { paragraphsOf } from './paragraphs.ts'
import { pdfMetadata } from './pdf-metadata.ts'
import { readingOrder } from './reading-order.ts'
import { type Page, withoutRunningHeads } from './running-heads.ts'

/** Most pages taken of one document. */
const MOST_PAGES = 3000
/** Fewest characters a page, on average, that a page with pictures has if it is more than a scan with a stamp. */
const FEWEST_CHARACTERS = 15

/**
 * PDFs with text in them. Columns are read one after another, words divided at the ends of lines are whole
 * again, running heads and page numbers are left out. Scripts are not run and attachments not opened.
 */
export const pdf: Source = {
  extensions: ['pdf'],
  name: 'PDF',
  async read(bytes) {
    const document = await open(bytes)
    try {
      if (document.numPages > MOST_PAGES)
        throw new Refusal(
          'too-large',
          `The PDF has more than ${MOST_PAGES} pages. Split it, then import the parts.`,
        )
      const pages: Page[] = []
      let pictures = false
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number)
        pages.push(await readPage(page))
        if (number <= 3 && pages.every(isBare)) pictures ||= await hasPictures(page)
        page.cleanup()
      }
      if (pictures && pages.every(isBare)) throw new Refusal('unreadable', SCANNED)
      const text = paragraphsOf(withoutRunningHeads(pages).flatMap(page => readingOrder(page.lines))).join(
        '\n\n',
      )
      if (text === '') throw new Refusal('unreadable', pictures ? SCANNED : 'The PDF holds no text.')
      return [{ text, metadata: known(await pdfMetadata(document, pages[0])) }]
    } catch (thrown) {
      if (thrown instanceof Refusal) throw thrown
      throw new Refusal('unreadable', DAMAGED)
    } finally {
      await document.loadingTask.destroy()
    }
  },
}

const SCANNED =
  'The PDF holds pictures of pages and no text. Run OCR on it (OCRmyPDF, Acrobat or a scanner’s own program can), then import the result.'
const DAMAGED = 'The PDF is damaged or incomplete. Get a whole copy of it, or print it to a new PDF.'

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // A third of a bundle, and needed for PDFs only.
  const { getDocument } = await import('unpdf/pdfjs')
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
    }).promise
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'PasswordException')
      throw new Refusal(
        'unreadable',
        'The PDF is protected by a password. Save a copy without it, then import that.',
      )
    throw new Refusal('unreadable', DAMAGED)
  }
}

async function readPage(page: PDFPageProxy): Promise<Page> {
  const { height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const glyphs = items.filter((item): item is typeof item & Glyphs => 'str' in item)
  return { height, lines: pageLines(glyphs, transform) }
}

const isBare = ({ lines }: Page): boolean =>
  lines.reduce((sum, line) => sum + line.text.length, 0) < FEWEST_CHARACTERS

async function hasPictures(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await import('unpdf/pdfjs')
  const painting: readonly number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ]
  const { fnArray } = await page.getOperatorList()
  return fnArray.some(operator => painting.includes(operator))
}

/** The pages of a PDF: where the next thing stands, page numbers, and the structure that readers aloud follow. */
import PDFDocument, { type Structure } from 'pdfkit'
import type { Typefaces } from '../format.ts'
import { INK } from '../report/palette.ts'
import { Faces } from './faces.ts'
import { type Measure, Shaper } from './shape.ts'

const MARGIN = { top: 64, bottom: 72, left: 72 }

export class Sheets {
  readonly pdf: PDFDocument
  readonly faces: Faces
  readonly shaper: Shaper
  /** Between the margins, in points. */
  readonly width: number
  readonly left = MARGIN.left
  /** Where the next thing begins, from the top of the page. */
  y = MARGIN.top
  readonly #whole: Structure
  #page = 0

  constructor(title: string, version: string, at: string, typefaces: Typefaces) {
    this.pdf = new PDFDocument({
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: 'en',
      size: 'A4',
      margin: 0,
      info: { Title: title, Creator: `Assay ${version}`, CreationDate: new Date(at) },
    })
    this.faces = new Faces(typefaces, (name, font) => this.pdf.registerFont(name, font))
    const measure: Measure = (text, face, size, shaped) =>
      this.pdf
        .font(face)
        .fontSize(size)
        .widthOfString(text, shaped ? { features: [] } : {})
    this.shaper = new Shaper(this.faces, measure)
    this.#whole = this.pdf.struct('Document')
    this.pdf.addStructure(this.#whole)
    this.turn()
    this.width = this.pdf.page.width - 2 * MARGIN.left
  }

  /** How much of the page is left, in points. */
  get room(): number {
    return this.pdf.page.height - MARGIN.bottom - this.y
  }

  get atTop(): boolean {
    return this.y === MARGIN.top
  }

  /** Begins a page. */
  turn(): void {
    this.pdf.addPage()
    this.y = MARGIN.top
    this.#page++
    // The first page is the title.
    if (this.#page > 1) this.artifact(() => this.#number())
  }

  /** Begins a page where less than this is left, in points. */
  keep(height: number): void {
    if (this.room < height && !this.atTop) this.turn()
  }

  /** Makes an element of the structure; what it holds is drawn within `fill`. */
  element(
    type: string,
    fill: (element: Structure) => void,
    within?: Structure,
    options: { lang?: string; scope?: string } = {},
  ): void {
    const element = this.pdf.struct(type, options)
    const parent = within ?? this.#whole
    parent.add(element)
    fill(element)
    element.end()
  }

  /** Draws what means nothing to a reader aloud. */
  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' })
    draw()
    this.pdf.endMarkedContent()
  }

  /** The bytes of the pages that are done since the last time. */
  *done(): Generator<Uint8Array> {
    for (let bytes = this.pdf.read(); bytes; bytes = this.pdf.read()) yield bytes
  }

  /** Ends the document; its last bytes are then done. */
  end(): void {
    this.#whole.end()
    this.pdf.end()
  }

  #number(): void {
    const text = String(this.#page)
    const { face } = this.faces.draw('1', 'regular')
    const width = this.shaper.measure(text, face, 9, false)
    const { page } = this.pdf
    this.pdf.fillColor(INK.soft)
    this.pdf.text(text, (page.width - width) / 2, page.height - 40, {
      lineBreak: false,
      baseline: 'alphabetic',
      textWidth: width,
      wordCount: 1,
    })
  }
}

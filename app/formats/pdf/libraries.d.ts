/** What is used of PDFKit and of the libraries under it. They come without types, or with those of Node. */

declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number }
  }
  /** @param member the PostScript name of the font to take from a collection */
  export function create(bytes: Uint8Array, member?: string): Font
}

declare module 'linebreak' {
  /** Unicode Standard Annex 14. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}

declare module 'pdfkit' {
  import type { Font } from 'fontkit'

  export interface PdfOptions {
    readonly autoFirstPage: boolean
    readonly pdfVersion: string
    readonly tagged: boolean
    readonly displayTitle: boolean
    readonly lang: string
    readonly size: string
    readonly margin: number
    readonly info: Readonly<Record<string, string | Date>>
  }

  export interface TextOptions {
    readonly lineBreak: false
    readonly baseline: 'alphabetic'
    readonly textWidth: number
    readonly wordCount: number
    /** Given, the text is shaped as one, else word by word. */
    readonly features?: readonly string[]
  }

  export interface Structure {
    add(child: Structure | (() => void)): Structure
    end(): void
  }

  export interface Outline {
    addItem(title: string, options?: { readonly expanded?: boolean }): Outline
  }

  export default class PDFDocument {
    constructor(options: PdfOptions)
    readonly page: { readonly width: number; readonly height: number }
    readonly outline: Outline
    /** What has been written since, if anything: in its build for Node, which is what Node finds, it is a stream. */
    read(): Uint8Array | null
    addPage(): this
    end(): void
    registerFont(name: string, font: Font): this
    font(name: string): this
    fontSize(size: number): this
    widthOfString(text: string, options?: { readonly features?: readonly string[] }): number
    fillColor(colour: string): this
    strokeColor(colour: string): this
    text(text: string, x: number, y: number, options: TextOptions): this
    save(): this
    restore(): this
    lineWidth(width: number): this
    lineCap(cap: 'butt' | 'round'): this
    dash(length: number, options: { readonly space: number }): this
    undash(): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    rect(x: number, y: number, width: number, height: number): this
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this
    fillOpacity(opacity: number): this
    fill(colour?: string): this
    link(x: number, y: number, w: number, h: number, url: string, options: LinkOptions): this
    goTo(x: number, y: number, w: number, h: number, name: string, options: LinkOptions): this
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void
    struct(type: string, options?: { readonly lang?: string; readonly scope?: string }): Structure
    addStructure(element: Structure): this
    markContent(tag: 'Artifact', options: { readonly type: string }): this
    endMarkedContent(): this
  }

  interface LinkOptions {
    readonly structParent: Structure
    /** PDFKit writes an object of String as text, and a plain string as a name, without escaping it. */
    // biome-ignore lint/complexity/noBannedTypes: see above
    readonly Contents: String
  }
}

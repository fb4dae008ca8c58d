/**
 * Collects running text from a format that says where paragraphs and lines end, and gives it as Assay keeps
 * it: paragraphs separated by one blank line.
 */
export class TextFlow {
  readonly #paragraphs: string[] = []
  #current: string[] = []
  /** Whether what was last written ends in a space that a further space joins. */
  #spaced = true
  #length = 0

  /** Text in which any run of white space stands for one space, as in HTML. */
  words(text: string): void {
    const joined = text.replace(/[ \t\n\r\f]+/g, ' ')
    const rest = this.#spaced && joined.startsWith(' ') ? joined.slice(1) : joined
    if (rest === '') return
    this.#push(rest)
    this.#spaced = rest.endsWith(' ')
  }

  /** Text in which every character counts, as in a word processor or in `<pre>`. */
  verbatim(text: string): void {
    if (text === '') return
    this.#push(text)
    this.#spaced = false
  }

  /** A new line in the same paragraph; a second one ends the paragraph. */
  line(): void {
    if (this.#current.at(-1) === '\n') this.paragraph()
    else if (this.#current.length > 0) this.#push('\n')
    this.#spaced = true
  }

  /** Ends the paragraph, if one has begun. */
  paragraph(): void {
    const text = this.#current
      .join('')
      .replace(/[ \t]+\n/g, '\n')
      .trim()
    if (text.trim() !== '') this.#paragraphs.push(text)
    this.#current = []
    this.#spaced = true
  }

  /** How much has been written, in UTF-16 units. */
  get length(): number {
    return this.#length
  }

  /** Ends the last paragraph and gives the whole text. */
  text(): string {
    this.paragraph()
    return this.#paragraphs.join('\n\n')
  }

  #push(text: string): void {
    this.#current.push(text)
    this.#length += text.length
  }
}

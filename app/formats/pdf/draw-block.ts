/** Draws the blocks of a report on its pages. */
import type { Outline, Structure } from 'pdfkit'
import { assertNever } from '../../failure.ts'
import type { Block, Row, Run } from '../report/block.ts'
import { INK, PALETTE } from '../report/palette.ts'
import { drawLine, roomBelow } from './draw-line.ts'
import { type Line, linesOf } from './lines.ts'
import type { Sheets } from './sheets.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** Size and leading in points, and the room before. */
const TYPE = {
  title: { size: 30, leading: 36, before: 180 },
  1: { size: 20, leading: 25, before: 0 },
  2: { size: 15, leading: 20, before: 30 },
  3: { size: 10.5, leading: 15, before: 12 },
  text: { size: 10.5, leading: 19, before: 6 },
  prose: { size: 10, leading: 14.5, before: 4 },
  entry: { size: 8.5, leading: 12, before: 4 },
  cell: { size: 9, leading: 12, before: 5 },
} as const

interface Setting {
  readonly indent?: number
  /** The colour of a line beside it. */
  readonly edge?: string
  readonly direction?: 'auto' | 'ltr'
}

/** About 66 characters. */
const MEASURE = 360

export class BlockDrawer {
  readonly #sheets: Sheets
  #part: Outline

  constructor(sheets: Sheets) {
    this.#sheets = sheets
    this.#part = sheets.pdf.outline
  }

  draw(block: Block): void {
    switch (block.kind) {
      case 'title':
        this.#title(block)
        break
      case 'heading':
        this.#heading(block)
        break
      case 'paragraph':
        this.#paragraph(block)
        break
      case 'table':
        this.#table(block)
        break
      default:
        assertNever(block)
    }
  }

  #title({ text }: Of<'title'>): void {
    this.#sheets.element('H1', element => this.#flow([{ text, strong: true }], TYPE.title, element))
    this.#sheets.y += 12
  }

  #heading({ level, text, anchor, language }: Of<'heading'>): void {
    const sheets = this.#sheets
    const type = TYPE[level]
    if (level === 1) sheets.turn()
    // A heading is not left alone at the end of a page.
    else sheets.keep(type.before + type.leading + 60)
    if (level === 1) this.#part = sheets.pdf.outline.addItem(oneLine(text), { expanded: false })
    if (level === 2) this.#part.addItem(oneLine(text))
    if (anchor) sheets.pdf.addNamedDestination(anchor, 'XYZ', sheets.left, sheets.y, null)
    const options = language ? { lang: language } : {}
    // The title is the heading of them all.
    sheets.element(
      `H${level + 1}`,
      element => this.#flow([{ text, strong: true }], type, element),
      undefined,
      options,
    )
    if (level === 1) sheets.y += 10
  }

  #paragraph({ style, runs, language, edge }: Of<'paragraph'>): void {
    const sheets = this.#sheets
    const options = language ? { lang: language } : {}
    sheets.element(
      'P',
      element =>
        this.#flow(runs, TYPE[style], element, {
          ...(edge ? { indent: 10, edge: PALETTE[edge].light } : {}),
          // Entries are lines of the report, whatever the script of what they name.
          direction: style === 'entry' ? 'ltr' : 'auto',
        }),
      undefined,
      options,
    )
  }

  /** Sets text from the current place downwards, over as many pages as it takes. */
  #flow(
    runs: readonly Run[],
    { size, leading, before }: { size: number; leading: number; before: number },
    element: Structure,
    { indent = 0, edge = '', direction = 'auto' }: Setting = {},
  ): void {
    const sheets = this.#sheets
    if (!sheets.atTop || before > 100) sheets.y += before
    const width = Math.min(MEASURE, sheets.width) - indent
    for (const line of linesOf(runs, width, size, sheets.shaper, direction)) {
      const height = leading + roomBelow(line)
      sheets.keep(height)
      const top = sheets.y
      if (edge) sheets.artifact(() => sheets.pdf.rect(sheets.left, top + 1, 1.5, leading).fill(edge))
      const x = sheets.left + indent + (line.rightToLeft ? width - line.width : 0)
      drawLine(sheets, line, x, top + leading * 0.5 + size * 0.35, element)
      sheets.y += height
    }
  }

  #table({ caption, head, rows }: Of<'table'>): void {
    const sheets = this.#sheets
    sheets.keep(90)
    sheets.y += 16
    const columns = columnsOf(
      head.length,
      sheets.width,
      rows.some(row => row.bar !== undefined),
    )
    sheets.element('Table', table => {
      sheets.element(
        'Caption',
        element => this.#flow([{ text: caption, strong: true }], TYPE.prose, element),
        table,
      )
      sheets.y += 4
      this.#row({ cells: head }, columns, table, true)
      for (const row of rows) this.#row(row, columns, table, false)
    })
  }

  #row(row: Row, columns: readonly Column[], table: Structure, isHead: boolean): void {
    const sheets = this.#sheets
    const { size, leading, before } = TYPE.cell
    const cells = row.cells.map((text, index): Line[] => {
      const run: Run = { text, soft: isHead, ...(index === 0 && row.colour ? { lines: [row.colour] } : {}) }
      const width = (columns[index]?.width ?? 0) - 8
      return [...linesOf([run], width, size, sheets.shaper)].slice(0, 4)
    })
    const height = Math.max(1, ...cells.map(lines => lines.length)) * leading + before * 2
    sheets.keep(height)
    const top = sheets.y
    sheets.element(
      'TR',
      element => {
        for (const [index, lines] of cells.entries()) {
          const scope = isHead ? 'Column' : index === 0 ? 'Row' : undefined
          const fill = (cell: Structure) => {
            for (const [number, line] of lines.entries()) {
              const { x = 0, width = 0, numbers = false } = columns[index] ?? {}
              const at = sheets.left + x + (numbers ? width - 8 - line.width : 0)
              drawLine(sheets, line, at, top + before + leading * (number + 0.75), cell)
            }
          }
          sheets.element(scope ? 'TH' : 'TD', fill, element, scope ? { scope } : {})
        }
      },
      table,
    )
    const barColumn = columns.at(-1)
    sheets.artifact(() => {
      const { bar, colour } = row
      if (bar && barColumn)
        sheets.pdf
          .rect(sheets.left + barColumn.x, top + height / 2 - 3, Math.max(1, barColumn.width * bar), 6)
          .fill(colour ? PALETTE[colour].light : INK.accent)
      sheets.pdf.rect(sheets.left, top + height, sheets.width, 0.5).fill(INK.line)
    })
    sheets.y += height
  }
}

interface Column {
  readonly x: number
  readonly width: number
  readonly numbers: boolean
}

/** A wide one of names, then those of numbers, and perhaps one for bars. */
function columnsOf(count: number, width: number, bars: boolean): Column[] {
  const names = bars ? 0.34 : Math.max(0.28, 0.6 - count * 0.08)
  const numbers = count < 2 ? 0 : bars ? 0.2 : (1 - names) / (count - 1)
  const shares = [names, ...Array.from({ length: count - 1 }, () => numbers), ...(bars ? [0.42] : [])]
  let x = 0
  return shares.map((share, index) => {
    const column = { x, width: share * width, numbers: index > 0 }
    x += share * width + (bars && index === count - 1 ? 12 : 0)
    return column
  })
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').toWellFormed()

/** The blocks of a report as parts of a Word document. */
import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx'
import { assertNever } from '../../failure.ts'
import type { Block, Row, Run } from '../report/block.ts'
import { INK, type LineStyle, PALETTE } from '../report/palette.ts'
import { holdable } from '../xml.ts'
import { hex } from './styles.ts'

export function partsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, text: holdable(block.text) })]
    case 'heading': {
      const run = new TextRun(holdable(block.text))
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          pageBreakBefore: block.level === 1,
          ...direction(block.text),
          children: block.anchor ? [new Bookmark({ id: block.anchor, children: [run] })] : [run],
        }),
      ]
    }
    case 'paragraph':
      return [
        new Paragraph({
          style: block.style,
          ...direction(block.runs.map(run => run.text).join('')),
          ...(block.edge ? { border: { left: edge(PALETTE[block.edge].light) } } : {}),
          children: block.runs.map(childOf),
        }),
      ]
    case 'table':
      // Without a paragraph between them, two tables become one.
      return [table(block), new Paragraph('')]
    default:
      return assertNever(block)
  }
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Right to left where the first letter that has a direction is of such a script (Unicode, UAX 9, rule P2). */
function direction(text: string): { bidirectional: boolean } {
  const first = /[\p{L}]/u.exec(text)?.[0] ?? ''
  return {
    bidirectional: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first),
  }
}

const UNDERLINES: Readonly<Record<LineStyle, (typeof UnderlineType)[keyof typeof UnderlineType]>> = {
  solid: UnderlineType.THICK,
  double: UnderlineType.DOUBLE,
  dashed: UnderlineType.DASHEDHEAVY,
  dotted: UnderlineType.DOTTEDHEAVY,
  wavy: UnderlineType.WAVYHEAVY,
}

/** One run can have one line under it: that of the innermost annotation; the others have their tags and entries. */
function childOf(run: Run): ParagraphChild {
  const line = run.lines?.findLast(colour => colour !== undefined)
  const colour = run.colour && PALETTE[run.colour].light
  const [first = '', ...more] = holdable(run.text).split('\n')
  const text = new TextRun({
    children: [first, ...more.flatMap(one => [new TextRun({ break: 1 }), one])],
    bold: run.strong ?? run.tag ?? false,
    italics: run.emphasis ?? false,
    ...(run.soft ? { color: hex(INK.soft) } : {}),
    ...(colour ? { color: hex(colour) } : {}),
    ...(run.tag
      ? { size: 15, shading: { type: ShadingType.CLEAR, fill: hex(INK.tint), color: 'auto' } }
      : {}),
    ...(line ? { underline: { type: UNDERLINES[PALETTE[line].line], color: hex(PALETTE[line].light) } } : {}),
    ...(run.link ? { color: hex(INK.accent) } : {}),
  })
  if (run.link === undefined) return text
  return run.link.startsWith('#')
    ? new InternalHyperlink({ anchor: run.link.slice(1), children: [text] })
    : new ExternalHyperlink({ link: run.link, children: [text] })
}

const edge = (colour: string) => ({ style: BorderStyle.SINGLE, size: 18, space: 8, color: hex(colour) })

/** Its caption is the first row, across all columns, and comes again with the head on every page. */
function table({ caption, head, rows }: Extract<Block, { kind: 'table' }>): Table {
  const hasBars = rows.some(row => row.bar !== undefined)
  const columns = head.length + (hasBars ? 1 : 0)
  const line = { style: BorderStyle.SINGLE, size: 4, color: hex(INK.line) }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        children: [new TableCell({ columnSpan: columns, children: [cell(caption, { bold: true })] })],
      }),
      new TableRow({
        tableHeader: true,
        children: [...head, ...(hasBars ? [''] : [])].map(
          (text, index) => new TableCell({ children: [cell(text, { soft: true, right: index > 0 })] }),
        ),
      }),
      ...rows.map(row => tableRow(row, hasBars)),
    ],
  })
}

/** Characters of the longest bar. */
const BAR = 16

function tableRow({ cells, colour, bar }: Row, hasBars: boolean): TableRow {
  const ink = colour && PALETTE[colour].light
  const shown = cells.map((text, index) =>
    cell(text, { right: index > 0, ...(ink && index === 0 ? { ink } : {}) }),
  )
  const drawn = cell('█'.repeat(Math.round((bar ?? 0) * BAR)), { ink: ink ?? INK.accent })
  return new TableRow({
    cantSplit: true,
    children: [...shown, ...(hasBars ? [drawn] : [])].map(one => new TableCell({ children: [one] })),
  })
}

interface CellLook {
  readonly bold?: boolean
  readonly soft?: boolean
  readonly right?: boolean
  readonly ink?: string
}

const cell = (text: string, { bold = false, soft = false, right = false, ink }: CellLook): Paragraph =>
  new Paragraph({
    ...(right ? { alignment: 'right' } : {}),
    spacing: { before: 40, after: 40 },
    children: [
      new TextRun({
        ...{ text: holdable(text), bold, size: 18 },
        ...(ink ? { color: hex(ink) } : soft ? { color: hex(INK.soft) } : {}),
      }),
    ],
  })

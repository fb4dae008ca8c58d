/** Blocks of a report as Word has them. */
import { Bookmark, type FileChild, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { assertNever } from '../../failure.ts'
import type { Block, Row, Run } from '../report/block.ts'
import { INK, PALETTE } from '../report/palette.ts'
import { childrenOf, runsRightToLeft } from './runs.ts'
import { hex } from './styles.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

export function fileChildren(block: Block): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: 'Title', children: childrenOf([{ text: block.text }]) })]
    case 'heading':
      return [headingOf(block)]
    case 'paragraph':
      return [paragraphOf(block)]
    case 'table':
      return tableOf(block)
    default:
      return assertNever(block)
  }
}

const HEADINGS = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const

function headingOf({ level, text, anchor, language }: Of<'heading'>): Paragraph {
  const children = childrenOf([{ text }], language)
  return new Paragraph({
    heading: HEADINGS[level],
    pageBreakBefore: level === 1,
    bidirectional: runsRightToLeft([{ text }]),
    children: anchor ? [new Bookmark({ id: anchor, children })] : children,
  })
}

function paragraphOf({ style, runs, language, edge }: Of<'paragraph'>): Paragraph {
  return new Paragraph({
    style,
    // Entries are lines of the report, whatever the script of what they name.
    bidirectional: style !== 'entry' && runsRightToLeft(runs),
    ...(edge
      ? {
          indent: { start: 120 },
          border: { left: { style: 'single', size: 12, space: 6, color: hex(PALETTE[edge].light) } },
        }
      : {}),
    children: childrenOf(runs, language),
  })
}

/** In twentieths of a point: A4 less its margins. */
const WIDTH = 9000
const BAR = 2600

function tableOf({ caption, head, rows }: Of<'table'>): FileChild[] {
  const bars = rows.some(row => row.bar !== undefined)
  const names = Math.round(WIDTH * (bars ? 0.4 : 0.34))
  const numbers = Math.round((WIDTH - names - (bars ? BAR : 0)) / Math.max(1, head.length - 1))
  const columnWidths = [names, ...head.slice(1).map(() => numbers), ...(bars ? [BAR] : [])]
  const row = (one: Row, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: [
        ...one.cells.map((text, index) =>
          cell({ text, soft: isHead, ...mark(one, index) }, index > 0, columnWidths[index]),
        ),
        ...(bars ? [cell(barOf(one), false, BAR)] : []),
      ],
    })
  const none = { style: 'none', size: 0, color: 'auto' } as const
  return [
    new Paragraph({
      style: 'prose',
      keepNext: true,
      spacing: { before: 320 },
      children: childrenOf([{ text: caption, strong: true }]),
    }),
    new Table({
      columnWidths,
      width: { size: WIDTH, type: 'dxa' },
      borders: {
        ...{ top: none, left: none, right: none, insideVertical: none },
        ...{ bottom: RULE, insideHorizontal: RULE },
      },
      rows: [row({ cells: head }, true), ...rows.map(one => row(one, false))],
    }),
  ]
}

const RULE = { style: 'single', size: 4, color: hex(INK.line) } as const

const mark = ({ colour }: Row, index: number): Partial<Run> =>
  index === 0 && colour ? { lines: [colour] } : {}

const cell = (content: Run | TextRun, isNumber: boolean, width = 0): TableCell =>
  new TableCell({
    width: { size: width, type: 'dxa' },
    children: [
      new Paragraph({
        style: 'cell',
        alignment: isNumber ? 'right' : 'left',
        children: content instanceof TextRun ? [content] : childrenOf([content]),
      }),
    ],
  })

/** Spaces on a ground of its colour: a bar that is not read aloud. */
function barOf({ bar = 0, colour }: Row): TextRun {
  const fill = hex(colour ? PALETTE[colour].light : INK.accent)
  return new TextRun({
    text: '\u00a0'.repeat(Math.ceil(bar * 40)),
    size: 10,
    shading: { type: 'clear', fill },
  })
}

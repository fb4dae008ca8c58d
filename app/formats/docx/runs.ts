/** Runs of a report as Word has them. */
import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
  type UnderlineType,
} from 'docx'
import type { Run } from '../report/block.ts'
import { INK, type LineStyle, PALETTE } from '../report/palette.ts'
import { holdable } from '../xml.ts'
import { hex, tint } from './styles.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const FIRST_LETTER = /\p{L}/u
/** Word goes by its own marks of direction, and draws these in some typefaces. */
const ISOLATES = /[\u2066-\u2069]/g

const UNDERLINES: Readonly<Record<LineStyle, (typeof UnderlineType)[keyof typeof UnderlineType]>> = {
  solid: 'single',
  double: 'double',
  dashed: 'dash',
  dotted: 'dotted',
  wavy: 'wave',
}

/** Whether a paragraph runs from right to left: by its first letter. */
export const runsRightToLeft = (runs: readonly Run[]): boolean =>
  RIGHT_TO_LEFT.test(
    FIRST_LETTER.exec(runs.find(({ text }) => FIRST_LETTER.test(text))?.text ?? '')?.[0] ?? '',
  )

export function childrenOf(runs: readonly Run[], language?: string): ParagraphChild[] {
  const rightToLeft = runsRightToLeft(runs)
  return runs.flatMap((run): ParagraphChild[] => {
    const children = textRuns(run, rightToLeft, language)
    if (run.tag) return [new TextRun({ text: '\u00a0' }), ...children, new TextRun({ text: ' ' })]
    if (!run.link) return children
    return [
      run.link.startsWith('#')
        ? new InternalHyperlink({ anchor: run.link.slice(1), children })
        : new ExternalHyperlink({ link: run.link, children }),
    ]
  })
}

/** One for each line of its text. */
function textRuns(run: Run, rightToLeft: boolean, language: string | undefined): TextRun[] {
  const look = lookOf(run)
  const text = holdable(run.text).replace(ISOLATES, '')
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        ...look,
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(rightToLeft || RIGHT_TO_LEFT.test(line) ? { rightToLeft: true } : {}),
        ...(language ? { language: { value: language, bidirectional: language, eastAsia: language } } : {}),
      }),
  )
}

function lookOf({ strong, emphasis, soft, colour, lines, tag, link }: Run): IRunOptions {
  // Word has one line under a text: the second annotation is a tint, and any further ones have their tags.
  const [first, second] = (lines ?? []).filter(line => line !== undefined)
  const ink = colour ? PALETTE[colour].light : link ? INK.accent : soft ? INK.soft : undefined
  return {
    ...(strong || tag ? { bold: true } : {}),
    ...(emphasis ? { italics: true } : {}),
    ...(ink ? { color: hex(ink) } : {}),
    ...(first
      ? { underline: { type: UNDERLINES[PALETTE[first].line], color: hex(PALETTE[first].light) } }
      : {}),
    ...(second ? { shading: { type: 'clear', fill: tint(PALETTE[second].light) } } : {}),
    ...(tag && colour ? { size: 14, shading: { type: 'clear', fill: tint(PALETTE[colour].light) } } : {}),
  }
}

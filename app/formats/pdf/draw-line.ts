/** Draws one line of text with all that lies under it. */
import type { Structure } from 'pdfkit'
import type { LabelColour } from '../../model/label.ts'
import type { Run } from '../report/block.ts'
import { INK, PALETTE } from '../report/palette.ts'
import type { Line } from './lines.ts'
import type { Glyphs } from './shape.ts'
import type { Sheets } from './sheets.ts'

/** Points from the base line to the first line under it, and from one to the next. */
const [FIRST, STEP] = [3, 2.5]
/** Lines for which the leading of a text has room. */
const WITHIN_LEADING = 3
const TAG_INSET = 3

/** The room that a line of text takes beyond its leading, in points, for what lies under it. */
export const roomBelow = ({ glyphs }: Line): number =>
  Math.max(0, glyphs.reduce((most, { run }) => Math.max(most, run.lines?.length ?? 0), 0) - WITHIN_LEADING) *
  STEP

interface Set extends Glyphs {
  readonly x: number
}

/**
 * @param x of its left end
 * @param y of its base line
 * @param element of the structure that it belongs to
 */
export function drawLine(sheets: Sheets, line: Line, x: number, y: number, element: Structure): void {
  const set = inPlace(line.glyphs, x)
  for (const group of groups(set, (a, b) => a.run.link === b.run.link)) {
    const { link } = group.first.run
    if (link) drawLink(sheets, group.members, link, y, element)
    else element.add(() => drawGlyphs(sheets, group.members, y))
  }
  const lined = groups(set, (a, b) => a.run.lines === b.run.lines).filter(({ first }) => first.run.lines)
  if (lined.length === 0) return
  sheets.artifact(() => {
    for (const { first, members } of lined) {
      const end = endOf(members)
      first.run.lines?.forEach((colour, track) => {
        if (colour) drawUnder(sheets, colour, first.x, end, y + FIRST + track * STEP)
      })
    }
  })
}

function inPlace(glyphs: readonly Glyphs[], from: number): Set[] {
  let x = from
  return glyphs.map(one => {
    const set = { ...one, x }
    x += one.width
    return set
  })
}

/** Neighbours that belong together. */
function groups(set: readonly Set[], together: (a: Set, b: Set) => boolean) {
  const found: { first: Set; members: Set[] }[] = []
  for (const one of set) {
    const open = found.at(-1)
    if (open && together(open.first, one)) open.members.push(one)
    else found.push({ first: one, members: [one] })
  }
  return found
}

const endOf = (members: readonly Set[]): number =>
  members.reduce((end, one) => Math.max(end, one.x + one.width), 0)

function drawLink(
  sheets: Sheets,
  members: readonly Set[],
  link: string,
  y: number,
  element: Structure,
): void {
  const [first] = members
  if (!first) return
  sheets.element(
    'Link',
    inner => {
      inner.add(() => drawGlyphs(sheets, members, y))
      const box = [first.x, y - first.size, endOf(members) - first.x, first.size * 1.3] as const
      // An object, as PDFKit would write a plain string into the file as it is.
      const options = { structParent: inner, Contents: new String(first.run.text) }
      if (link.startsWith('#')) sheets.pdf.goTo(...box, link.slice(1), options)
      else sheets.pdf.link(...box, link, options)
    },
    element,
  )
}

function drawGlyphs(sheets: Sheets, members: readonly Set[], y: number): void {
  // Words of one look are one piece of text in the file.
  const same = (a: Set, b: Set) =>
    a.run === b.run &&
    a.face === b.face &&
    !a.shaped &&
    a.level % 2 === 0 &&
    b.level === a.level &&
    !a.parts &&
    !b.parts
  for (const { first, members: words } of groups(members, same)) {
    if (first.parts) drawTag(sheets, first, first.parts, y)
    else drawText(sheets, first, words.map(one => one.text).join(''), endOf(words) - first.x, y)
  }
}

function drawText(
  { pdf }: Sheets,
  { face, size, x, run, shaped }: Set,
  text: string,
  width: number,
  y: number,
): void {
  pdf.font(face).fontSize(size).fillColor(inkOf(run))
  pdf.text(text, x, y, {
    lineBreak: false,
    baseline: 'alphabetic',
    textWidth: width,
    wordCount: 1,
    ...(shaped ? { features: [] } : {}),
  })
}

function inkOf({ colour, link, soft }: Run): string {
  if (colour) return PALETTE[colour].light
  if (link) return INK.accent
  return soft ? INK.soft : INK.ink
}

function drawTag(sheets: Sheets, tag: Set, parts: readonly Glyphs[], y: number): void {
  const { pdf } = sheets
  const colour = PALETTE[tag.run.colour ?? 'grey'].light
  const [x, width] = [tag.x + TAG_INSET, tag.width - 2 * TAG_INSET]
  pdf.save().fillOpacity(0.1)
  pdf.roundedRect(x, y - tag.size - 0.5, width, tag.size * 1.45, 2).fill(colour)
  pdf.restore()
  for (const part of inPlace(parts, x + TAG_INSET)) drawText(sheets, part, part.text, part.width, y)
}

function drawUnder({ pdf }: Sheets, colour: LabelColour, from: number, to: number, y: number): void {
  const { light, line } = PALETTE[colour]
  pdf.save().strokeColor(light).lineWidth(1)
  switch (line) {
    case 'solid':
      pdf.moveTo(from, y).lineTo(to, y).stroke()
      break
    case 'double':
      pdf.lineWidth(0.5)
      for (const at of [y - 0.6, y + 0.8]) pdf.moveTo(from, at).lineTo(to, at).stroke()
      break
    case 'dashed':
      pdf.dash(3.5, { space: 1.8 }).moveTo(from, y).lineTo(to, y).stroke()
      break
    case 'dotted':
      pdf.lineCap('round').lineWidth(1.2).dash(0.01, { space: 2.4 }).moveTo(from, y).lineTo(to, y).stroke()
      break
    case 'wavy':
      pdf.lineWidth(0.7).moveTo(from, y)
      for (let x = from + 1.5, up = true; x <= to; x += 1.5, up = !up) pdf.lineTo(x, y + (up ? -0.9 : 0.9))
      pdf.stroke()
  }
  pdf.restore()
}

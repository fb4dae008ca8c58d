/** The look of a report in Word: named styles, so that whoever writes on it can change them. */
import type { IStylesOptions } from 'docx'
import { INK } from '../report/palette.ts'

/** A colour as Word writes it. */
export const hex = (colour: string): string => colour.slice(1).toUpperCase()

const serif = 'Georgia'

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: serif, size: 21, color: hex(INK.ink) } },
    title: { run: { size: 60, bold: true }, paragraph: { spacing: { before: 2400, after: 240 } } },
    heading1: {
      run: { size: 40, bold: true, color: hex(INK.ink) },
      paragraph: { spacing: { before: 240, after: 160 } },
    },
    heading2: {
      run: { size: 30, bold: true, color: hex(INK.ink) },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { size: 21, bold: true, color: hex(INK.soft) },
      paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'text',
      name: 'Article text',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 400, after: 160 } },
    },
    { id: 'prose', name: 'Report', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
    {
      ...{ id: 'entry', name: 'Entry', basedOn: 'Normal', run: { size: 18 } },
      paragraph: { spacing: { after: 60 }, indent: { left: 200 } },
    },
  ],
}

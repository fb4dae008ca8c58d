/** The looks of a report in Word. Colours are hexadecimal without `#`. */
import type { IStylesOptions } from 'docx'
import { INK } from '../report/palette.ts'

/** Sizes in half points, spaces in twentieths of a point, as Word counts. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        size: 21,
        color: hex(INK.ink),
        language: { value: 'en-GB' },
        // Each is on every Windows and macOS, and has a likeness in LibreOffice.
        font: { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman', eastAsia: 'SimSun' },
      },
    },
    title: { run: { size: 60, bold: true }, paragraph: { spacing: { before: 3600, after: 240 } } },
    heading1: headingStyle(40, 0, 200),
    heading2: headingStyle(30, 560, 80),
    heading3: headingStyle(22, 240, 60),
  },
  paragraphStyles: [
    {
      id: 'text',
      name: 'Article text',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 360, after: 120 } },
    },
    { id: 'prose', name: 'Report text', basedOn: 'Normal', paragraph: { spacing: { line: 290, after: 80 } } },
    {
      id: 'entry',
      name: 'Entry',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { line: 250, after: 80 } },
    },
    {
      id: 'cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 50, after: 50 } },
    },
  ],
}

/** A colour as Word writes it. */
export function hex(colour: string): string {
  return colour.slice(1)
}

/** A colour so thin that text can be read on it. */
export function tint(colour: string): string {
  const part = (at: number) => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * 0.14)
  return [1, 3, 5].map(at => part(at).toString(16).padStart(2, '0')).join('')
}

function headingStyle(size: number, before: number, after: number) {
  return {
    run: { size, bold: true, color: hex(INK.ink) },
    paragraph: { keepNext: true, spacing: { before, after } },
  }
}

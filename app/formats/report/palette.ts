/** How labels are drawn in files that cannot refer to the window: by day, by night, and with a line of their own. */
import type { LabelColour } from '../../model/label.ts'
import { LABEL_COLOURS } from '../codebook/label-colours.ts'

export type LineStyle = 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy'

/** The line tells labels apart without colour, as in renderer/ui/tokens.css. */
const LINES: Readonly<Record<LabelColour, LineStyle>> = {
  blue: 'solid',
  green: 'double',
  orange: 'dashed',
  purple: 'dotted',
  sky: 'wavy',
  yellow: 'solid',
  vermilion: 'dashed',
  grey: 'dotted',
}

const look = (colour: LabelColour) => ({ ...LABEL_COLOURS[colour], line: LINES[colour] })

export const PALETTE: Readonly<Record<LabelColour, { light: string; dark: string; line: LineStyle }>> = {
  blue: look('blue'),
  green: look('green'),
  orange: look('orange'),
  purple: look('purple'),
  sky: look('sky'),
  yellow: look('yellow'),
  vermilion: look('vermilion'),
  grey: look('grey'),
}

/** Ink and lines of the window by day, for paper. */
export const INK = { ink: '#1e2124', soft: '#555a60', line: '#e2ded3', accent: '#14525f', tint: '#f6f4ee' }

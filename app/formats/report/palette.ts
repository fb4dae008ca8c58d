/**
 * The label colours of the window (renderer/ui/tokens.css), for files that cannot refer to it: by day, by night,
 * and the line that tells them apart without colour.
 */
import type { LabelColour } from '../../model/label.ts'

export type LineStyle = 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy'

export const PALETTE: Readonly<Record<LabelColour, { light: string; dark: string; line: LineStyle }>> = {
  blue: { light: '#005c94', dark: '#6cb9ee', line: 'solid' },
  green: { light: '#006b4d', dark: '#3fcfa2', line: 'double' },
  orange: { light: '#8f5500', dark: '#f0b040', line: 'dashed' },
  purple: { light: '#8f3f74', dark: '#e3a0c8', line: 'dotted' },
  sky: { light: '#1c6a96', dark: '#8fd0f5', line: 'wavy' },
  yellow: { light: '#6f6500', dark: '#eee36a', line: 'solid' },
  vermilion: { light: '#a84500', dark: '#ff9c66', line: 'dashed' },
  grey: { light: '#5b5f64', dark: '#b4b9bf', line: 'dotted' },
}

/** Ink and lines of the window by day, for paper. */
export const INK = { ink: '#1e2124', soft: '#555a60', line: '#e2ded3', accent: '#14525f', tint: '#f6f4ee' }

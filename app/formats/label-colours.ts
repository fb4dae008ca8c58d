import { LabelColour } from '../model/label.ts'

/** The colours of labels for programs that want `#rrggbb`: dark enough for white text, as in Assay's light theme. */
export const HEX_COLOURS: Readonly<Record<LabelColour, string>> = {
  blue: '#005c94',
  green: '#006b4d',
  orange: '#8f5500',
  purple: '#8f3f74',
  sky: '#1c6a96',
  yellow: '#6f6500',
  vermilion: '#a84500',
  grey: '#5b5f64',
}

/** The colour that was written so; undefined for any other. */
export const colourOf = (hex: string): LabelColour | undefined =>
  LabelColour.options.find(colour => HEX_COLOURS[colour] === hex.toLowerCase())

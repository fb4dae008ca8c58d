import type { LabelColour } from '../../model/label.ts'

/** The colours of labels as RGB, on light paper and on dark: those of the renderer's tokens. */
export const LABEL_COLOURS: Readonly<Record<LabelColour, { readonly light: string; readonly dark: string }>> =
  {
    blue: { light: '#005c94', dark: '#6cb9ee' },
    green: { light: '#006b4d', dark: '#3fcfa2' },
    orange: { light: '#8f5500', dark: '#f0b040' },
    purple: { light: '#8f3f74', dark: '#e3a0c8' },
    sky: { light: '#1c6a96', dark: '#8fd0f5' },
    yellow: { light: '#6f6500', dark: '#eee36a' },
    vermilion: { light: '#a84500', dark: '#ff9c66' },
    grey: { light: '#5b5f64', dark: '#b4b9bf' },
  }

// Object.entries knows the keys as strings only.
const PALETTE = Object.entries(LABEL_COLOURS) as readonly [LabelColour, { light: string; dark: string }][]

/**
 * The colour of ours that is nearest to one of another program, in the light or the dark form. Distance is in
 * Oklab, where it is close to what eyes see (Björn Ottosson, "A perceptual color space", 2020).
 *
 * @param hex `#rgb` or `#rrggbb`; undefined comes back for anything else
 */
export function nearestColour(hex: string): LabelColour | undefined {
  const wanted = oklab(hex)
  if (!wanted) return undefined
  const distances = PALETTE.flatMap(([name, { light, dark }]) =>
    [light, dark].map(one => ({ name, distance: distance(wanted, oklab(one) ?? wanted) })),
  )
  return distances.reduce((best, one) => (one.distance < best.distance ? one : best)).name
}

type Oklab = readonly [number, number, number]

const distance = (a: Oklab, b: Oklab): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

function oklab(hex: string): Oklab | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(hex)
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex)
  const digits = long?.slice(1) ?? short?.slice(1).map(digit => digit + digit)
  if (!digits) return undefined
  const [r = 0, g = 0, b = 0] = digits.map(two => linear(Number.parseInt(two, 16) / 255))
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** An sRGB channel without its gamma. */
const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4

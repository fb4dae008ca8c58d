/** The colours of tokens.css in each theme, and how far they stand apart. */

export type Theme = 'light' | 'dark' | 'light contrast' | 'dark contrast'

/** What a token comes to in a theme, as `#rrggbb`, by its name without the dashes. Throws where there is no such colour. */
export function tokensOf(css: string, theme: Theme): (name: string) => string {
  const blocks = [
    ruleOf(css, ':root'),
    ...(theme.endsWith('contrast') ? [ruleOf(css, ':root[data-contrast="more"]')] : []),
  ]
  const place = theme.startsWith('light') ? 1 : 2
  const colours = new Map(
    blocks.flatMap(block =>
      [...block.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
        found => [found[1], found[place + 1]] as const,
      ),
    ),
  )
  return name => {
    const colour = colours.get(name)
    if (!colour) throw new Error(`tokens.css has no colour ${name}`)
    return colour
  }
}

function ruleOf(css: string, selector: string): string {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no rule ${selector}`)
  return css.slice(start, css.indexOf('\n}', start))
}

/** The contrast ratio of WCAG 2.2 ("contrast ratio", "relative luminance"), 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** A colour that lies over another one with a share of opacity. */
export const over = (colour: string, share: number, ground: string): string =>
  `#${channels(colour)
    .map((value, place) => Math.round(value * share + (channels(ground)[place] ?? 0) * (1 - share)))
    .map(value => value.toString(16).padStart(2, '0'))
    .join('')}`

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 0 to 255 each. */
const channels = (colour: string): number[] =>
  [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))

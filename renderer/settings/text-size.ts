/** How large the article's text can be, in hundredths of the usual. */
import { DEFAULT_PREFERENCES } from '#app/model/preferences'

export const TEXT_SIZE = { from: 60, to: 300, step: 10, usual: DEFAULT_PREFERENCES.textSize } as const

/** The next size up or down. */
export const textSizeStep = (size: number, direction: 1 | -1): number =>
  Math.min(TEXT_SIZE.to, Math.max(TEXT_SIZE.from, size + direction * TEXT_SIZE.step))

import type { Hit } from '#app/contract'

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const LETTER = /\p{L}/gu

/** How the text around a hit runs: as most of its letters do, for a name in other letters may begin it. */
export function directionOf({ left, hit, right }: Pick<Hit, 'left' | 'hit' | 'right'>): 'rtl' | 'ltr' {
  const text = `${left}${hit}${right}`
  const [backwards, all] = [RIGHT_TO_LEFT, LETTER].map(pattern => text.match(pattern)?.length ?? 0)
  return (backwards ?? 0) * 2 > (all ?? 0) ? 'rtl' : 'ltr'
}

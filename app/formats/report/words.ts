/** Numbers and names as reports write them. */
import type { Article } from '../../model/article.ts'

/** With narrow spaces between thousands, the same in every language. */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f')

export const counted = (number: number, noun: string): string =>
  `${count(number)} ${noun}${number === 1 ? '' : 's'}`

/** A share in whole percent, and never all or nothing where it is not. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–'
  const share = Math.round((part / whole) * 100)
  if (share === 0 && part > 0) return '<1 %'
  if (share === 100 && part < whole) return '>99 %'
  return `${share} %`
}

/** What an article is called, also where it has no title. */
export const titleOf = ({ title }: Pick<Article, 'title'>): string => title || 'Article without a title'

/** A language as files may name it (BCP 47); undefined where it is none. */
export const languageOf = ({ language }: Pick<Article, 'language'>): string | undefined =>
  /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined

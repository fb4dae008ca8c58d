import type { AnnotatorId } from '#app/model/ids'
import { registerOf } from '#main/register/register'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type RegisterQueries =
  | 'name.complete'
  | 'name.list'
  | 'name.uses'
  | 'register.similar'
  | 'register.list'
  | 'register.appearances'
  | 'register.unlinked'
  | 'register.column'
  | 'register.card'

/** What these need is prepared with the first of them. */
export function registerQueries(store: Store, by: AnnotatorId): Queries<RegisterQueries> {
  let prepared: ReturnType<typeof registerOf> | undefined
  const register = () => {
    prepared ??= registerOf(store)
    return prepared
  }
  return {
    'name.complete': ({ attribute, text }) => register().names.complete(attribute, text),
    'name.list': page => register().names.list(page),
    'name.uses': ({ attribute, value }) => register().names.uses(attribute, value, by),
    'register.similar': ({ attribute, text }) => register().similar(attribute, text),
    'register.list': page => register().entries(page),
    'register.appearances': page => register().appearances.linked(page, by),
    'register.unlinked': page => register().unlinked(page, by),
    'register.column': page => register().board.column(page, by),
    'register.card': page => register().board.card(page, by),
  }
}

import type { Checked, Output } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { registerOf } from '#main/register/register'
import type { Store } from '#main/store/store'

/** The calls about names and the register that are answered in the queries' thread, each as a query of its name. */
export type RegisterQuery =
  | 'name.complete'
  | 'name.list'
  | 'name.uses'
  | 'register.similar'
  | 'register.list'
  | 'register.appearances'
  | 'register.unlinked'
  | 'register.column'
  | 'register.card'

export type RegisterQueries = {
  readonly [N in RegisterQuery]: { readonly given: { readonly input: Checked<N> }; readonly done: Output<N> }
}

type Asked = {
  readonly [N in RegisterQuery]: { readonly kind: N; readonly input: Checked<N> }
}[RegisterQuery]

export const isRegisterQuery = (query: { readonly kind: string }): query is Asked =>
  query.kind.startsWith('name.') || query.kind.startsWith('register.')

/** Answers questions about names and the register; what it needs is prepared with the first one. */
export function registerDoer(
  store: Store,
  by: AnnotatorId,
): (query: Asked) => RegisterQueries[RegisterQuery]['done'] {
  let prepared: ReturnType<typeof registerOf> | undefined
  return query => {
    prepared ??= registerOf(store)
    const { names, similar, appearances, board, entries, unlinked } = prepared
    switch (query.kind) {
      case 'name.complete':
        return names.complete(query.input.attribute, query.input.text)
      case 'name.list':
        return names.list(query.input)
      case 'name.uses':
        return names.uses(query.input.attribute, query.input.value, by)
      case 'register.similar':
        return similar(query.input.attribute, query.input.text)
      case 'register.list':
        return entries(query.input)
      case 'register.appearances':
        return appearances.linked(query.input, by)
      case 'register.unlinked':
        return unlinked(query.input, by)
      case 'register.column':
        return board.column(query.input, by)
      case 'register.card':
        return board.card(query.input, by)
    }
  }
}

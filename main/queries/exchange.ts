import { colleagues } from '#main/exchange/shares'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type ExchangeQueries = 'exchange.colleagues'

export const exchangeQueries = (store: Store): Queries<ExchangeQueries> => ({
  'exchange.colleagues': () => colleagues(store),
})

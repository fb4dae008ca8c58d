import { MOST_HITS, MOST_RANKED } from '#app/search/search'
import { say, sayNumber } from '../messages/messages.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { chooseAll, chooseNone, useSearch } from './search-store.ts'

/** How much was found, and what can be done with it. */
export function SearchSum() {
  const { count, capped, options, chosen, hits } = useSearch()
  const some = chosen.size > 0
  return (
    <div className="search-sum">
      <p aria-live="polite" className="search-count">
        {count ? sumOf(count) : say('search.counting')}
        {count?.next && ` ${say('search.counting')}`}
      </p>
      {capped && <p className="search-capped">{cappedWords(options.order === 'rank')}</p>}
      <span className="search-keys">{say('search.keys')}</span>
      {some && <span className="search-chosen">{say('search.chosen', { count: chosen.size })}</span>}
      {some ? (
        <Button kind="quiet" onPress={chooseNone}>
          {say('search.choose-none')}
        </Button>
      ) : (
        <Button kind="quiet" onPress={chooseAll} disabled={hits.length === 0}>
          {say('search.choose-all')}
        </Button>
      )}
      <Button onPress={() => openDialog('tag-hits')} disabled={hits.length === 0}>
        {some ? say('search.tag-chosen', { count: chosen.size }) : say('search.tag-all')}
      </Button>
    </div>
  )
}

function sumOf({
  hits,
  articles,
  capped,
}: {
  readonly hits: number
  readonly articles: number
  readonly capped: boolean
}): string {
  if (!capped) return say('search.sum', { hits, articles })
  const { pattern } = useSearch.getState().options
  const number = sayNumber(hits)
  return pattern === ''
    ? say('search.sum-capped', { hits: number, articles })
    : say('search.sum-capped-pattern', { hits: number })
}

const cappedWords = (ranked: boolean): string =>
  ranked
    ? say('search.ranked-capped', { articles: sayNumber(MOST_RANKED) })
    : say('search.sorted-capped', { hits: sayNumber(MOST_HITS) })

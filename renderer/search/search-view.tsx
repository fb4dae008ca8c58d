import './search.css'
import { useEffect } from 'react'
import { useLibrary } from '../library/library-store.ts'
import { say } from '../messages/messages.ts'
import { Message } from '../ui/message.tsx'
import { followLabels } from './borne-labels.ts'
import { Concordance } from './concordance.tsx'
import { SearchForm } from './search-form.tsx'
import { searchNow, type as typeQuery, useSearch } from './search-store.ts'
import { SearchSum } from './search-sum.tsx'
import { Syntax } from './syntax.tsx'

/** Where the whole corpus is searched: a field, and the hits in a concordance. */
export default function SearchView() {
  useEffect(followLabels, [])
  const { hits, busy, failure } = useSearch()
  return (
    <main className="search" aria-label={say('search.title')} aria-busy={busy}>
      <SearchForm />
      {hits.length > 0 ? (
        <div className="search-result" data-stale={failure ? 'true' : undefined}>
          <SearchSum />
          <Concordance />
        </div>
      ) : (
        <div className="search-result">
          <WithoutHits />
        </div>
      )}
    </main>
  )
}

/** What is said where there are no hits: that it is being searched, that there are none, or how to begin. */
function WithoutHits() {
  const { asked, busy, failure, options, looked, typed } = useSearch()
  const articles = useLibrary(({ totals }) => totals?.articles)
  if (busy) return <Message title={searchingWords(looked, options.order)} />
  if (asked && !failure && typed.trim() !== '') return <Nothing articles={articles ?? 0} />
  if (typed.trim() === '' && options.pattern !== '')
    return <Message title={say('search.pattern-alone')}>{say('search.pattern-alone-hint')}</Message>
  return (
    <Message title={articles === 0 ? say('search.no-articles') : say('search.empty')}>
      <Syntax
        onTry={example => {
          typeQuery(example)
          searchNow()
        }}
      />
    </Message>
  )
}

function Nothing({ articles }: { readonly articles: number }) {
  const asked = useSearch(state => state.asked)
  if (!asked) return null
  const { query, titleOnly, pattern } = asked
  const begun = /^[\p{L}\p{N}]{2,}$/u.test(query.trim()) ? `${query.trim()}*` : undefined
  return (
    <Message title={say('search.nothing', { query: query.trim() })}>
      <p>{say('search.nothing-searched', { articles, titles: titleOnly ? 'yes' : 'no' })}</p>
      {pattern !== '' && <p>{say('search.nothing-pattern', { pattern })}</p>}
      {begun && (
        <p>
          {say('search.nothing-beginning', { try: '' })}
          <button
            type="button"
            className="search-example"
            onClick={() => {
              typeQuery(begun)
              searchNow()
            }}
          >
            {begun}
          </button>
        </p>
      )}
    </Message>
  )
}

function searchingWords(looked: number, order: string): string {
  if (looked === 0) return say('search.searching')
  const sorts = order !== 'imported' && order !== 'rank'
  return say(sorts ? 'search.sorting' : 'search.looking', { articles: looked })
}

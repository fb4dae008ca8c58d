import './library.css'
import type { LibraryTotals } from '#app/contract'
import { BIN } from '#app/model/collection'
import { type ArticleFilter, ArticleOrder, saysNothing } from '#app/model/library'
import { type MessageId, say, sayNumber } from '../messages/messages.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { chooseFiles } from '../transfer/choose-files.ts'
import { beginImport } from '../transfer/import-store.ts'
import { Button } from '../ui/button.tsx'
import { ImportIcon, PasteIcon } from '../ui/icons.tsx'
import { Articles } from './articles.tsx'
import { CollectionLine } from './collection-line.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { refine, setOrder, useLibrary } from './library-store.ts'
import { SelectionBar } from './selection-bar.tsx'
import { ToReadAgain } from './to-read-again.tsx'

const ORDERS: Record<ArticleOrder, MessageId> = {
  imported: 'library.order-imported',
  newest: 'library.order-newest',
  title: 'library.order-title',
  published: 'library.order-published',
  progress: 'library.order-progress',
}

/** The articles of the project, with their progress: all, or those that are looked for. */
export function Library() {
  const words = useLibrary(({ filter }) => filter.words)
  const order = useLibrary(state => state.order)
  return (
    <section className="pane library" aria-label={say('library.library')}>
      <div className="library-head">
        <div className="library-tools">
          <Button onPress={() => openDialog('paste')}>
            <PasteIcon />
            {say('library.paste')}
          </Button>
          <Button onPress={() => void chooseFiles()}>
            <ImportIcon />
            {say('library.import-files')}
          </Button>
          <Button
            name={say('library.import-more')}
            hint={say('library.import-more-hint')}
            onPress={beginImport}
          >
            …
          </Button>
        </div>
        <div className="library-line">
          <input
            id="library-filter"
            className="input"
            type="search"
            aria-label={say('library.filter')}
            placeholder={say('library.filter-hint')}
            value={words}
            onChange={event => refine({ words: event.target.value })}
          />
          <FilterPanel />
        </div>
        <FilterChips />
        <CollectionLine />
        <ToReadAgain />
        <select
          className="input"
          aria-label={say('library.order')}
          value={order}
          onChange={event => setOrder(ArticleOrder.parse(event.target.value))}
        >
          {ArticleOrder.options.map(one => (
            <option key={one} value={one}>
              {say(ORDERS[one])}
            </option>
          ))}
        </select>
      </div>
      <Articles />
      <SelectionBar />
      <Totals />
    </section>
  )
}

/** The sums of the project; of a list that leaves something out, how much of it is listed. */
function Totals() {
  const { totals, total, filter } = useLibrary()
  if (!totals || total === null) return null
  return <p className="library-foot">{saysNothing(filter) ? sums(totals) : listed(filter, total, totals)}</p>
}

const sums = ({ articles, tagged, reviewed, sentences }: LibraryTotals): string =>
  say('library.totals', {
    ...{ articles, tagged: sayNumber(tagged), reviewed: sayNumber(reviewed) },
    sentences: sayNumber(sentences),
  })

/** What is in the bin is in no sum. */
const listed = ({ collection }: ArticleFilter, count: number, { articles }: LibraryTotals): string =>
  collection === BIN.id
    ? say('library.listed-in-bin', { count })
    : say('library.listed', { count: sayNumber(count), articles })

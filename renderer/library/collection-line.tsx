import { useEffect } from 'react'
import { MenuTrigger } from 'react-aria-components'
import { BIN } from '#app/model/collection'
import { CollectionId } from '#app/model/ids'
import { say, sayNumber } from '../messages/messages.ts'
import { useSession, workIn } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { MoreIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { collectionName, refreshCollections, useCollections } from './collections-store.ts'
import { CommandItems } from './command-items.tsx'
import { refine, useLibrary } from './library-store.ts'

/** Which part of the project is listed: all, a collection, what was dealt to the person, the bin; and what is done with them. */
export function CollectionLine() {
  const { collections, binned } = useCollections()
  const chosen = useLibrary(({ filter }) => filter.collection)
  const { articles } = useLibrary(({ totals }) => totals) ?? {}
  const work = useSession(({ session }) => workIn(session))
  // What is counted changes with every list of another state of the project.
  const asOf = useLibrary(state => state.asOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each project, reading and state
  useEffect(() => void refreshCollections(), [work, asOf])
  return (
    <div className="library-line">
      <select
        className="input"
        aria-label={say('library.collection')}
        value={chosen ?? ''}
        onChange={({ target }) =>
          refine({ collection: target.value === '' ? null : CollectionId.parse(target.value) })
        }
      >
        <option value="">{counted(say('library.all-articles'), articles)}</option>
        {collections.map(one => (
          <option key={one.id} value={one.id}>
            {counted(collectionName(one), one.articles)}
          </option>
        ))}
        <option value={BIN.id}>{counted(say('library.bin'), binned)}</option>
      </select>
      <MenuTrigger>
        <Button kind="quiet" name={say('library.more')}>
          <MoreIcon />
        </Button>
        <Popover placement="bottom end" name={say('library.more')}>
          <Menu name={say('library.more')}>
            <CommandItems
              ids={[
                'library.new-collection',
                'library.rename-collection',
                'library.remove-collection',
                'library.empty-bin',
                'library.columns',
              ]}
            />
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}

const counted = (name: string, articles: number | undefined): string =>
  articles === undefined ? name : say('library.counted', { name, articles: sayNumber(articles) })

import { commandList } from '../commands/command.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { currentView, showView } from '../shell/view-store.ts'
import { focusOn, useSearch } from './search-store.ts'

const everywhere = { where: 'everywhere' } as const

/** What can be done with the whole corpus at once. */
export const searchCommands = commandList(
  {
    ...everywhere,
    id: 'search.show',
    name: 'shell.view-search',
    keys: ['Mod+2'],
    inFields: true,
    run() {
      focusOn(useSearch.getState().hits.length > 0 ? 'hits' : 'field')
      showView('search')
    },
  },
  {
    ...everywhere,
    id: 'search.begin',
    name: 'search.begin',
    keys: ['Mod+Shift+f'],
    run() {
      focusOn('field')
      showView('search')
    },
  },
  {
    ...everywhere,
    id: 'search.tag-hits',
    name: 'search.tag-hits',
    keys: [],
    run: () => openDialog('tag-hits'),
    available: () => currentView() === 'search' && useSearch.getState().hits.length > 0,
  },
)

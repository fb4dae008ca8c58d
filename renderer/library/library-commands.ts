import { BIN } from '#app/model/collection'
import { NO_FILTER, saysNothing } from '#app/model/library'
import { commandList } from '../commands/command.ts'
import { reading } from '../reader/reader-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { showView } from '../shell/view-store.ts'
import { beginDescribing, beginNaming } from './dialogs-store.ts'
import { focusFilter, focusList, openFilterPanel } from './focus-library.ts'
import { doToSelection, emptyBin, putIntoBin, removeCollection, takeOutOfBin } from './library-actions.ts'
import { refine, setFilter, useLibrary } from './library-store.ts'
import { chooseAll, chooseNone, chosenCount, selection, useChosen } from './selection-store.ts'

const everywhere = { where: 'everywhere', keys: [] as readonly string[] } as const
const hasSelection = () => selection() !== undefined
const collection = () => useLibrary.getState().filter.collection
const inBin = () => collection() === BIN.id

/** What is done in the library, to the articles that are chosen, else to the one that is read. */
export const libraryCommands = commandList(
  {
    ...everywhere,
    id: 'library.filter',
    name: 'library.command-filter',
    keys: ['Mod+Shift+l'],
    run: () => inRead(focusFilter),
  },
  {
    ...everywhere,
    id: 'library.conditions',
    name: 'library.command-conditions',
    run: () => inRead(openFilterPanel),
  },
  {
    ...everywhere,
    id: 'library.clear-filter',
    name: 'library.clear-filter',
    run: () => setFilter(NO_FILTER),
    available: () => !saysNothing(useLibrary.getState().filter),
  },
  {
    ...everywhere,
    id: 'library.list',
    name: 'library.command-list',
    keys: ['Alt+l'],
    run: () => inRead(focusList),
  },
  { ...everywhere, id: 'library.choose-all', name: 'library.choose-all', run: chooseAll },
  {
    ...everywhere,
    id: 'library.choose-none',
    name: 'library.choose-none',
    run: chooseNone,
    available: () => chosenCount(useChosen.getState().chosen, useLibrary.getState().total) > 0,
  },
  {
    ...everywhere,
    id: 'library.describe',
    name: 'library.describe',
    keys: ['Alt+Enter'],
    run: () => beginDescribing(),
    available: () => reading() !== undefined || hasSelection(),
  },
  {
    ...everywhere,
    id: 'library.mark-done',
    name: 'library.mark-done',
    run: () => void doToSelection({ do: 'mark', as: 'done' }),
    available: hasSelection,
  },
  {
    ...everywhere,
    id: 'library.mark-unread',
    name: 'library.mark-unread',
    run: () => void doToSelection({ do: 'mark', as: 'unread' }),
    available: hasSelection,
  },
  {
    ...everywhere,
    id: 'library.collect',
    name: 'library.collect',
    run: () => openDialog('collect'),
    available: hasSelection,
  },
  {
    ...everywhere,
    id: 'library.take-out',
    name: 'library.take-out',
    run() {
      const from = collection()
      if (from) void doToSelection({ do: 'take-out', collection: from })
    },
    available: () => hasSelection() && collection() !== null && !inBin(),
  },
  {
    ...everywhere,
    id: 'library.assign',
    name: 'library.assign',
    run: () => openDialog('assign'),
    available: hasSelection,
  },
  {
    ...everywhere,
    id: 'library.export',
    name: 'library.export',
    run: () => openDialog('export'),
    available: () => chosenCount(useChosen.getState().chosen, useLibrary.getState().total) > 0,
  },
  {
    ...everywhere,
    id: 'library.bin',
    name: 'library.put-into-bin',
    keys: ['Mod+Delete'],
    run: () => void putIntoBin(),
    available: () => hasSelection() && !inBin(),
  },
  {
    ...everywhere,
    id: 'library.take-out-of-bin',
    name: 'library.take-out-of-bin',
    run: () => void takeOutOfBin(),
    available: () => hasSelection() && inBin(),
  },
  {
    ...everywhere,
    id: 'library.show-bin',
    name: 'library.show-bin',
    run: () => inRead(() => refine({ collection: BIN.id })),
  },
  { ...everywhere, id: 'library.empty-bin', name: 'library.empty-bin', run: () => void emptyBin() },
  {
    ...everywhere,
    id: 'library.new-collection',
    name: 'library.new-collection',
    run: () => beginNaming(null),
  },
  {
    ...everywhere,
    id: 'library.rename-collection',
    name: 'library.rename-collection',
    run: () => beginNaming(collection()),
    available: () => collection() !== null && !inBin(),
  },
  {
    ...everywhere,
    id: 'library.remove-collection',
    name: 'library.remove-collection',
    run() {
      const one = collection()
      if (one) void removeCollection(one)
    },
    available: () => collection() !== null && !inBin(),
  },
  { ...everywhere, id: 'library.columns', name: 'library.columns', run: () => openDialog('columns') },
)

/** The library is in the view where people read. */
function inRead(work: () => void): void {
  showView('read')
  requestAnimationFrame(work)
}

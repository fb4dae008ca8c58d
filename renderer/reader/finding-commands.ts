import { commandList } from '../commands/command.ts'
import { prefer, preferences } from '../settings/preferences-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { beginEqual } from './equal-store.ts'
import { openFind, stepMatch, useFind } from './find-store.ts'
import { goOn, goToNext, stillRight } from './queues.ts'
import { isReading } from './reader-store.ts'

const reading = { where: 'reading', available: isReading } as const

/** What leads through an article and the corpus. */
export const findingCommands = commandList(
  {
    ...reading,
    id: 'finding.next-unread',
    name: 'finding.next-unread',
    keys: ['u'],
    run: () => void goToNext({ kind: 'unread' }, 'next'),
  },
  {
    ...reading,
    id: 'finding.previous-unread',
    name: 'finding.previous-unread',
    keys: ['Shift+u'],
    run: () => void goToNext({ kind: 'unread' }, 'previous'),
  },
  {
    ...reading,
    id: 'finding.next-flagged',
    name: 'finding.next-flagged',
    keys: ['Mod+u'],
    run: () => void goToNext({ kind: 'flagged', by: 'me' }, 'next'),
  },
  {
    ...reading,
    id: 'finding.previous-flagged',
    name: 'finding.previous-flagged',
    keys: ['Mod+Shift+u'],
    run: () => void goToNext({ kind: 'flagged', by: 'me' }, 'previous'),
  },
  {
    ...reading,
    id: 'finding.next-to-look-at',
    name: 'finding.next-to-look-at',
    keys: [],
    run: () => void goToNext({ kind: 'to-look-at' }, 'next'),
  },
  {
    ...reading,
    id: 'finding.previous-to-look-at',
    name: 'finding.previous-to-look-at',
    keys: [],
    run: () => void goToNext({ kind: 'to-look-at' }, 'previous'),
  },
  {
    ...reading,
    id: 'finding.still-right',
    name: 'finding.still-right',
    keys: ['Mod+Enter'],
    run: () => void stillRight(),
  },
  {
    ...reading,
    id: 'finding.go-to',
    name: 'finding.go-to',
    keys: ['Mod+g'],
    run: () => openDialog('go-to'),
  },
  { ...reading, id: 'finding.go-on', name: 'finding.go-on', keys: ['F8'], run: () => goOn('next') },
  {
    ...reading,
    id: 'finding.go-back',
    name: 'finding.go-back',
    keys: ['Shift+F8'],
    run: () => goOn('previous'),
  },
  {
    ...reading,
    id: 'finding.flagged',
    name: 'finding.list-flagged',
    keys: [],
    run: () => openDialog('flagged'),
  },
  {
    ...reading,
    id: 'finding.equal',
    name: 'finding.equal',
    keys: ['Shift+Enter'],
    run: () => void beginEqual(),
  },
  { ...reading, id: 'finding.find', name: 'finding.find', keys: ['/', 'Mod+f'], run: openFind },
  {
    ...reading,
    id: 'finding.next-match',
    name: 'finding.next-match',
    keys: ['F3'],
    run: () => (useFind.getState().open ? stepMatch(1) : openFind()),
  },
  {
    ...reading,
    id: 'finding.previous-match',
    name: 'finding.previous-match',
    keys: ['Shift+F3'],
    run: () => (useFind.getState().open ? stepMatch(-1) : openFind()),
  },
  {
    where: 'reading',
    id: 'finding.minimap',
    name: 'finding.minimap',
    keys: [],
    run: () => void prefer({ minimap: !preferences().minimap }),
  },
)

import { commandList } from '../commands/command.ts'
import { openNeighbour } from '../shell/steps.ts'
import { goTo, isReading, joinCurrent, move, reviewSelection, untagSelection } from './reader-store.ts'
import { beginSplit } from './splitting.ts'

const reading = { where: 'reading', available: isReading } as const

/** What can be done in an article. */
export const readerCommands = commandList(
  {
    ...reading,
    id: 'reader.next-sentence',
    name: 'reader.next-sentence',
    keys: ['ArrowDown', 'j'],
    run: () => move(1),
  },
  {
    ...reading,
    id: 'reader.previous-sentence',
    name: 'reader.previous-sentence',
    keys: ['ArrowUp', 'k'],
    run: () => move(-1),
  },
  {
    ...reading,
    id: 'reader.extend-down',
    name: 'reader.extend-down',
    keys: ['Shift+ArrowDown', 'Shift+j'],
    run: () => move(1, true),
  },
  {
    ...reading,
    id: 'reader.extend-up',
    name: 'reader.extend-up',
    keys: ['Shift+ArrowUp', 'Shift+k'],
    run: () => move(-1, true),
  },
  {
    ...reading,
    id: 'reader.first-sentence',
    name: 'reader.first-sentence',
    keys: ['Home'],
    run: () => goTo(0),
  },
  {
    ...reading,
    id: 'reader.last-sentence',
    name: 'reader.last-sentence',
    keys: ['End'],
    run: () => goTo(Number.MAX_SAFE_INTEGER),
  },
  {
    ...reading,
    id: 'reader.remove-labels',
    name: 'reader.remove-labels',
    keys: ['0', 'Backspace'],
    run: () => untagSelection(),
  },
  {
    ...reading,
    id: 'reader.read',
    name: 'reader.read',
    keys: ['Space'],
    run: () => reviewSelection('read', true),
  },
  { ...reading, id: 'reader.split', name: 'reader.split', keys: ['s'], run: () => beginSplit() },
  { ...reading, id: 'reader.join', name: 'reader.join', keys: ['m'], run: () => joinCurrent() },
  {
    ...reading,
    id: 'reader.previous-article',
    name: 'reader.previous-article',
    keys: ['['],
    run: () => void openNeighbour(-1),
  },
  {
    ...reading,
    id: 'reader.next-article',
    name: 'reader.next-article',
    keys: [']'],
    run: () => void openNeighbour(1),
  },
)

import { commandList } from '../commands/command.ts'
import { openNeighbour } from '../shell/steps.ts'
import { chooseNext } from './choosing.ts'
import { joinCurrent } from './mending.ts'
import {
  adjustChosen,
  confirmPick,
  extendPick,
  isAdjusting,
  isPicking,
  leavePick,
  pickSelection,
  pickWord,
} from './picking.ts'
import { goTo, isReading, move } from './reader-store.ts'
import { beginSplit } from './splitting.ts'
import {
  readRestOfArticle,
  readRestOfParagraph,
  removeChosen,
  repeatTag,
  reviewSelection,
  toggleJudgement,
  untagSelection,
} from './tagging.ts'

const reading = { where: 'reading', available: isReading } as const

const moving = commandList(
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

const tagging = commandList(
  {
    ...reading,
    id: 'reader.read',
    name: 'reader.read',
    keys: ['Space'],
    run: () => reviewSelection('read', true),
  },
  {
    ...reading,
    id: 'reader.read-paragraph',
    name: 'reader.read-paragraph',
    keys: ['Shift+Space'],
    run: readRestOfParagraph,
  },
  { ...reading, id: 'reader.read-article', name: 'reader.read-article', keys: [], run: readRestOfArticle },
  {
    ...reading,
    id: 'reader.cannot-judge',
    name: 'reader.cannot-judge',
    keys: ['x'],
    run: () => toggleJudgement('cannot-judge', true),
  },
  {
    ...reading,
    id: 'reader.flag',
    name: 'reader.flag',
    keys: ['d'],
    run: () => toggleJudgement('difficult', false),
  },
  { ...reading, id: 'reader.repeat-tag', name: 'reader.repeat-tag', keys: ['.'], run: repeatTag },
  {
    ...reading,
    id: 'reader.remove-labels',
    name: 'reader.remove-labels',
    keys: ['0', 'Backspace'],
    run: () => untagSelection(),
  },
  {
    ...reading,
    id: 'reader.remove-annotation',
    name: 'reader.remove-annotation',
    keys: ['Delete'],
    run: removeChosen,
  },
  {
    ...reading,
    id: 'reader.next-annotation',
    name: 'reader.next-annotation',
    keys: ['e'],
    run: () => chooseNext(1),
  },
  {
    ...reading,
    id: 'reader.previous-annotation',
    name: 'reader.previous-annotation',
    keys: ['Shift+e'],
    run: () => chooseNext(-1),
  },
)

/** Pieces smaller or larger than a sentence. */
const picking = commandList(
  {
    ...reading,
    id: 'reader.pick-next',
    name: 'reader.pick-next',
    keys: ['ArrowRight'],
    run: () => pickWord(1),
  },
  {
    ...reading,
    id: 'reader.pick-previous',
    name: 'reader.pick-previous',
    keys: ['ArrowLeft'],
    run: () => pickWord(-1),
  },
  {
    ...reading,
    id: 'reader.pick-more',
    name: 'reader.pick-more',
    keys: ['Shift+ArrowRight'],
    run: () => extendPick(1, 'word'),
  },
  {
    ...reading,
    id: 'reader.pick-less',
    name: 'reader.pick-less',
    keys: ['Shift+ArrowLeft'],
    run: () => extendPick(-1, 'word'),
  },
  {
    ...reading,
    id: 'reader.pick-more-exactly',
    name: 'reader.pick-more-exactly',
    keys: ['Alt+Shift+ArrowRight'],
    run: () => extendPick(1, 'character'),
  },
  {
    ...reading,
    id: 'reader.pick-less-exactly',
    name: 'reader.pick-less-exactly',
    keys: ['Alt+Shift+ArrowLeft'],
    run: () => extendPick(-1, 'character'),
  },
  { ...reading, id: 'reader.pick-selection', name: 'reader.pick-selection', keys: ['g'], run: pickSelection },
  { ...reading, id: 'reader.adjust', name: 'reader.adjust', keys: ['r'], run: adjustChosen },
  {
    where: 'reading',
    available: isAdjusting,
    id: 'reader.confirm-pick',
    name: 'reader.confirm-pick',
    keys: ['Enter'],
    run: confirmPick,
  },
  {
    where: 'reading',
    available: isPicking,
    id: 'reader.leave-pick',
    name: 'reader.leave-pick',
    keys: ['Escape'],
    run: leavePick,
  },
)

const mending = commandList(
  { ...reading, id: 'reader.split', name: 'reader.split', keys: ['s'], run: beginSplit },
  { ...reading, id: 'reader.join', name: 'reader.join', keys: ['m'], run: joinCurrent },
)

/** What can be done in an article. */
export const readerCommands = [...moving, ...tagging, ...picking, ...mending]

import { GOLD } from '#app/model/annotator'
import { commandList } from '../commands/command.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { showView } from '../shell/view-store.ts'
import { openExport } from '../transfer/export-store.ts'
import { deciding, hasGold } from './adjudication-store.ts'
import {
  canStand,
  giveBoth,
  giveNone,
  letStand,
  setCause,
  step,
  stepArticle,
  takeAgreed,
} from './deciding.ts'
import { focusReason } from './focus-reason.ts'

const here = { where: 'deciding', available: () => deciding() !== undefined } as const

/** What can be done between annotators. */
export const adjudicationCommands = commandList(
  {
    id: 'adjudication.show',
    name: 'adjudication.title',
    keys: ['Mod+7'],
    inFields: true,
    where: 'everywhere',
    run: () => showView('adjudication'),
  },
  {
    ...here,
    id: 'adjudication.next',
    name: 'adjudication.next',
    keys: ['ArrowDown', 'j'],
    run: () => step(1),
  },
  {
    ...here,
    id: 'adjudication.previous',
    name: 'adjudication.previous',
    keys: ['ArrowUp', 'k'],
    run: () => step(-1),
  },
  { ...here, id: 'adjudication.none', name: 'adjudication.none', keys: ['0', 'Backspace'], run: giveNone },
  { ...here, id: 'adjudication.both', name: 'adjudication.both', keys: ['+'], run: giveBoth },
  {
    ...here,
    id: 'adjudication.stand',
    name: 'adjudication.stand',
    keys: ['Enter'],
    available: canStand,
    run: letStand,
  },
  { ...here, id: 'adjudication.say-reason', name: 'adjudication.say-reason', keys: ['n'], run: focusReason },
  {
    ...here,
    id: 'adjudication.guideline-gap',
    name: 'adjudication.cause-guideline-gap',
    keys: ['Shift+g'],
    run: () => setCause('guideline-gap'),
  },
  {
    ...here,
    id: 'adjudication.slip',
    name: 'adjudication.cause-slip',
    keys: ['Shift+s'],
    run: () => setCause('slip'),
  },
  {
    ...here,
    id: 'adjudication.ambiguous',
    name: 'adjudication.cause-ambiguous',
    keys: ['Shift+a'],
    run: () => setCause('ambiguous'),
  },
  {
    ...here,
    id: 'adjudication.take-agreed',
    name: 'adjudication.take-agreed',
    keys: ['Shift+Enter'],
    run: () => void takeAgreed(),
  },
  {
    ...here,
    id: 'adjudication.next-article',
    name: 'adjudication.next-article',
    keys: [']'],
    run: () => stepArticle(1),
  },
  {
    ...here,
    id: 'adjudication.previous-article',
    name: 'adjudication.previous-article',
    keys: ['['],
    run: () => stepArticle(-1),
  },
  {
    id: 'adjudication.by-rule',
    name: 'adjudication.by-rule',
    keys: [],
    where: 'everywhere',
    run: () => openDialog('decide-by-rule'),
  },
  {
    id: 'adjudication.export-gold',
    name: 'adjudication.export-gold',
    keys: [],
    where: 'everywhere',
    available: hasGold,
    run: () => openExport({ annotators: [GOLD.id] }),
  },
  {
    id: 'adjudication.feedback',
    name: 'adjudication.feedback',
    keys: [],
    where: 'everywhere',
    run: () => openDialog('feedback'),
  },
)

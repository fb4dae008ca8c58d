import { attributesOf } from '#app/model/codebook'
import { commandList } from '../commands/command.ts'
import { say } from '../messages/messages.ts'
import { goToIncomplete } from '../reader/queues.ts'
import { isReading } from '../reader/reader-store.ts'
import { notify } from '../shell/notices.ts'
import { codebook } from '../shell/session-store.ts'
import { focusFirstAttribute, focusNote } from './focus.ts'
import { currentAnnotation, fillWithLast } from './inspector-store.ts'
import { beginPicking } from './picking.ts'

const reading = { where: 'reading', available: isReading } as const

const labelName = (id: string): string => codebook().labels.find(label => label.id === id)?.name ?? id

function toNote(): void {
  if (!focusNote()) notify(say('inspector.no-annotation'))
}

function toAttributes(): void {
  const annotation = currentAnnotation()
  if (!annotation) notify(say('inspector.no-annotation'))
  else if (!focusFirstAttribute())
    notify(say('inspector.no-attributes', { label: labelName(annotation.label) }))
}

function fill(): void {
  const annotation = currentAnnotation()
  if (!annotation) notify(say('inspector.no-annotation'))
  else if (fillWithLast() === 0)
    notify(say('inspector.no-last-values', { label: labelName(annotation.label) }))
}

/** Picks the first attribute of type name: who says it. */
function pick(): void {
  const annotation = currentAnnotation()
  const attribute = annotation && attributesOf(codebook(), annotation.label).find(one => one.type === 'name')
  if (!annotation) notify(say('inspector.no-annotation'))
  else if (attribute) beginPicking(annotation, attribute)
  else notify(say('inspector.no-name-attribute', { label: labelName(annotation.label) }))
}

/** What can be done with an annotation. */
export const inspectorCommands = commandList(
  {
    ...reading,
    id: 'inspector.attributes',
    name: 'inspector.attributes',
    keys: ['a'],
    run: toAttributes,
  },
  { ...reading, id: 'inspector.note', name: 'inspector.note-command', keys: ['n'], run: toNote },
  { ...reading, id: 'inspector.pick', name: 'inspector.pick', keys: ['w'], run: pick },
  {
    ...reading,
    id: 'inspector.last-values',
    name: 'inspector.last-values',
    keys: ['Mod+.'],
    run: fill,
  },
  {
    ...reading,
    id: 'inspector.next-incomplete',
    name: 'inspector.next-incomplete',
    keys: ['Shift+n'],
    run: () => void goToIncomplete('next'),
  },
  {
    ...reading,
    id: 'inspector.previous-incomplete',
    name: 'inspector.previous-incomplete',
    keys: ['Alt+Shift+n'],
    run: () => void goToIncomplete('previous'),
  },
)

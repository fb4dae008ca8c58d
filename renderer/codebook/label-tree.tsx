import { useMemo } from 'react'
import {
  Button as AriaButton,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components'
import { addLabel, type LabelStep, moveLabel, placeLabel } from '#app/codebook/change-labels'
import { type LabelInTree, labelsInTree } from '#app/codebook/label-tree'
import type { LabelId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { add, choose, edit, useCodebookDraft } from './codebook-store.ts'
import { focusName } from './focus.ts'
import { AddIcon, GripIcon } from './icons.tsx'

interface Node {
  readonly label: Label
  readonly id: LabelId
  readonly under: readonly Node[]
}

const STEPS: Readonly<Record<string, LabelStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

/** The labels, each under what it is a kind of. Dragged, or moved with Alt and the arrows. */
export function LabelTree() {
  const { draft, chosen } = useCodebookDraft()
  const nodes = useMemo(() => nested(labelsInTree(draft.labels)), [draft.labels])
  const selected = chosen?.of === 'label' ? chosen.id : undefined
  const { dragAndDropHooks } = useDragAndDrop<Node>({
    getItems: keys => [...keys].map(key => ({ 'text/plain': String(key) })),
    onMove({ keys, target }) {
      const [moved] = draft.labels.filter(one => keys.has(one.id))
      const there = draft.labels.find(one => one.id === target.key)
      if (moved && there) edit(book => dropped(book, moved.id, there, target.dropPosition))
    },
  })
  return (
    <div>
      <div className="codebook-head">
        <h3 className="pane-title" id="codebook-labels">
          {say('codebook.labels')}
        </h3>
        <Button
          kind="quiet"
          name={say('codebook.add-label')}
          hint={say('codebook.add-label')}
          onPress={addNew}
        >
          <AddIcon />
        </Button>
      </div>
      {/* Alt and the arrows move what is focused; the tree itself knows only the arrows. */}
      <div onKeyDownCapture={event => moveByKey(event, selected)}>
        <Tree
          className="label-tree"
          aria-labelledby="codebook-labels"
          aria-describedby="codebook-tree-keys"
          items={nodes}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selected === undefined ? [] : [selected]}
          onSelectionChange={keys => {
            const label = draft.labels.find(one => keys !== 'all' && keys.has(one.id))
            if (label) choose({ of: 'label', id: label.id })
          }}
          expandedKeys={draft.labels.map(one => one.id)}
          dragAndDropHooks={dragAndDropHooks}
        >
          {row}
        </Tree>
      </div>
      <p className="hidden" id="codebook-tree-keys">
        {say('codebook.tree-keys')}
      </p>
    </div>
  )
}

const row = ({ id, label, under }: Node) => (
  <TreeItem id={id} textValue={label.name || label.id} className="label-row">
    <TreeItemContent>
      <AriaButton slot="drag" className="grip" aria-label={say('codebook.move-label', { label: label.name })}>
        <GripIcon />
      </AriaButton>
      <span className="label-swatch" data-colour={label.colour} aria-hidden="true" />
      <span className="label-row-name" data-retired={label.retired || undefined}>
        {label.name || label.id}
      </span>
      {label.retired && (
        <span className="label-row-state">
          {say(label.successor === null ? 'codebook.retired' : 'codebook.merged')}
        </span>
      )}
      {label.key && !label.retired && <kbd>{label.key}</kbd>}
    </TreeItemContent>
    <Collection items={under}>{row}</Collection>
  </TreeItem>
)

function addNew(): void {
  add('label', book => addLabel(book, say('codebook.new-label')))
  focusName()
}

function moveByKey(event: React.KeyboardEvent, id: LabelId | undefined): void {
  const step = STEPS[event.key]
  if (!event.altKey || !step || id === undefined) return
  event.preventDefault()
  event.stopPropagation()
  edit(book => moveLabel(book, id, step))
}

function dropped(
  book: Parameters<typeof placeLabel>[0],
  id: LabelId,
  there: Label,
  position: 'before' | 'after' | 'on',
) {
  if (position === 'on') return placeLabel(book, id, there.id)
  if (position === 'before') return placeLabel(book, id, there.parent, there.id)
  const siblings = book.labels.filter(one => one.parent === there.parent && one.id !== id)
  const next = siblings[siblings.findIndex(one => one.id === there.id) + 1]
  return placeLabel(book, id, there.parent, next?.id ?? null)
}

/** Rows in the order of a tree as the tree itself. */
function nested(rows: readonly LabelInTree[], depth = 0): Node[] {
  const nodes: Node[] = []
  for (let index = 0; index < rows.length; ) {
    const { label } = rows[index] ?? {}
    const next = rows.findIndex((one, place) => place > index && one.depth <= depth)
    const end = next < 0 ? rows.length : next
    if (label) nodes.push({ label, id: label.id, under: nested(rows.slice(index + 1, end), depth + 1) })
    index = end
  }
  return nodes
}

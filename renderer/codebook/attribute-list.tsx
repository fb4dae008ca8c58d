import { ListBox, ListBoxItem } from 'react-aria-components'
import { addAttribute, moveAttribute } from '#app/codebook/change-attributes'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { add, choose, edit, useCodebookDraft } from './codebook-store.ts'
import { focusName } from './focus.ts'
import { AddIcon } from './icons.tsx'

/** The attributes in their order. Moved with Alt and the arrows. */
export function AttributeList() {
  const { draft, chosen } = useCodebookDraft()
  const selected = chosen?.of === 'attribute' ? chosen.id : undefined
  const moveByKey = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (!event.altKey || by === undefined || selected === undefined) return
    event.preventDefault()
    event.stopPropagation()
    edit(book => moveAttribute(book, selected, by))
  }
  return (
    <div>
      <div className="codebook-head">
        <h3 className="pane-title" id="codebook-attributes">
          {say('codebook.attributes')}
        </h3>
        <Button
          kind="quiet"
          name={say('codebook.add-attribute')}
          hint={say('codebook.add-attribute')}
          onPress={addNew}
        >
          <AddIcon />
        </Button>
      </div>
      <div onKeyDownCapture={moveByKey}>
        <ListBox
          className="attribute-list"
          aria-labelledby="codebook-attributes"
          items={draft.attributes}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected === undefined ? [] : [selected]}
          onSelectionChange={keys => {
            const one = draft.attributes.find(({ id }) => keys !== 'all' && keys.has(id))
            if (one) choose({ of: 'attribute', id: one.id })
          }}
          renderEmptyState={() => <p className="codebook-none">{say('codebook.no-attributes')}</p>}
        >
          {({ id, name, labels }) => (
            <ListBoxItem id={id} textValue={name || id} className="attribute-row">
              <span className="attribute-row-name">{name || id}</span>
              <span className="attribute-row-labels">
                {labels.flatMap(label => draft.labels.find(one => one.id === label)?.name ?? []).join(', ')}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </div>
  )
}

function addNew(): void {
  add('attribute', book => addAttribute(book, say('codebook.new-attribute')))
  focusName()
}

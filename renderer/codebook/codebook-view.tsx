import './codebook.css'
import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { useUnsaved } from '../shell/unsaved.ts'
import { Message } from '../ui/message.tsx'
import { AttributeEditor } from './attribute-editor.tsx'
import { AttributeList } from './attribute-list.tsx'
import { useCodebookDraft } from './codebook-store.ts'
import { CodebookTools } from './codebook-tools.tsx'
import { LabelEditor } from './label-editor.tsx'
import { LabelTree } from './label-tree.tsx'
import { SaveBar } from './save-bar.tsx'
import { SidePanel } from './side-panel.tsx'

/** Where the codebook is read and changed: labels and attributes, what is said of one, and what was said before. */
export default function CodebookView() {
  const project = useSession(({ session }) => session?.project?.project.id)
  const changed = useUnsaved(state => state.isChanged)
  const saving = useCodebookDraft(state => state.saving)
  return (
    <main className="codebook" key={project}>
      <h2 className="hidden">{say('codebook.title')}</h2>
      <div className="codebook-panes" inert={saving}>
        <section className="pane codebook-index" aria-label={say('codebook.index')}>
          <div className="codebook-scroll">
            <LabelTree />
            <AttributeList />
          </div>
          <CodebookTools />
        </section>
        <section className="codebook-editor" aria-label={say('codebook.editor')}>
          <Editor />
        </section>
        <SidePanel />
      </div>
      {changed && <SaveBar />}
    </main>
  )
}

function Editor() {
  const { draft, chosen } = useCodebookDraft()
  if (chosen?.of === 'label') {
    const label = draft.labels.find(one => one.id === chosen.id)
    if (label) return <LabelEditor key={label.id} label={label} />
  }
  if (chosen?.of === 'attribute') {
    const attribute = draft.attributes.find(one => one.id === chosen.id)
    if (attribute) return <AttributeEditor key={attribute.id} attribute={attribute} />
  }
  return <Message title={say('codebook.choose-one')} />
}

import { commandList } from '../commands/command.ts'
import { say } from '../messages/messages.ts'
import { currentMark, isReading, reading } from '../reader/reader-store.ts'
import { notify } from '../shell/notices.ts'
import { activeLabels } from '../shell/session-store.ts'
import { showView } from '../shell/view-store.ts'

/** What can be done to the codebook from everywhere. */
export const codebookCommands = commandList(
  {
    id: 'codebook.show',
    name: 'codebook.show',
    keys: ['Mod+4'],
    inFields: true,
    where: 'everywhere',
    run: () => showView('codebook'),
  },
  {
    id: 'codebook.example',
    name: 'codebook.example',
    keys: ['+'],
    where: 'reading',
    available: isReading,
    run: () => void sentenceAs('examples'),
  },
  {
    id: 'codebook.counterexample',
    name: 'codebook.counterexample',
    keys: ['-'],
    where: 'reading',
    available: isReading,
    run: () => void sentenceAs('counterexamples'),
  },
)

/** Takes the current sentence into the codebook, for the label that it bears. */
async function sentenceAs(field: 'examples' | 'counterexamples'): Promise<void> {
  const now = reading()
  const sentence = now?.sentences[now.current]
  const borne = now ? (currentMark(now)?.annotations.map(one => one.label) ?? []) : []
  const label = activeLabels().find(one => borne.includes(one.id))
  if (!now || !sentence) return
  if (!label) return notify(say('codebook.example-needs-label'))
  const { addExample } = await import('./codebook-store.ts')
  await addExample(label, field, now.text.slice(sentence.start, sentence.end))
}

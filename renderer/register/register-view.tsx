import './register.css'
import { boardOf, type Link, linksOf } from '#app/register/roles'
import { say } from '../messages/messages.ts'
import { useCodebook, useSession, workIn } from '../shell/session-store.ts'
import { Message } from '../ui/message.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Board } from './board.tsx'
import { Entries } from './entries.tsx'
import { Names } from './names.tsx'
import { BOARD, NAMES, showTab, useRegister } from './register-store.ts'

/** Claims and pledges across the articles: what is linked, the board of what is followed up, the names of the project. */
export default function RegisterView() {
  const work = useSession(({ session }) => workIn(session))
  const codebook = useCodebook()
  const chosen = useRegister(state => state.tab)
  const links = linksOf(codebook)
  const nameOf = ({ labels }: Link) =>
    codebook.labels
      .filter(({ id, successor }) => labels.includes(id) && successor === null)
      .map(label => label.name)
      .join(', ')
  const board = boardOf(codebook)
  const tabs = [
    ...links.map(link => ({
      id: link.attribute as string,
      name: nameOf(link),
      content: <Entries key={link.attribute} link={link} name={nameOf(link)} />,
    })),
    {
      id: BOARD,
      name: say('register.board'),
      content: board ? (
        <Board board={board} />
      ) : (
        <Message title={say('register.no-board')}>{say('register.no-board-hint')}</Message>
      ),
    },
    { id: NAMES, name: say('register.names'), content: <Names /> },
  ]
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs[0]
  return (
    <main className="register" key={work} aria-label={say('register.title')}>
      {links.length === 0 && (
        <Message title={say('register.nothing-links')}>{say('register.nothing-links-hint')}</Message>
      )}
      <Tabs label={say('register.lists')} tabs={tabs} chosen={tab?.id ?? NAMES} onChoose={showTab} />
    </main>
  )
}

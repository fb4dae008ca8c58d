import './share-dialog.css'
import './team.css'
import { useId } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Shared } from '#app/contract'
import { SHORTEST_PASSPHRASE } from '#app/exchange/passphrase'
import { AnnotatorId } from '#app/model/ids'
import { type MessageId, say, sayMoment } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { sizeOf } from '../transfer/size-of.ts'
import { WritingDialog } from '../transfer/writing-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { chooseShare, isSealable, type ShareChoice, sharedPart, shareNow, useShare } from './share-store.ts'

/** Writes a file for colleagues. */
export default function ShareDialog() {
  const { state } = useShare()
  return (
    <WritingDialog
      state={state}
      titles={{ writing: say('team.share'), done: say('team.shared') }}
      choosing={problem => <Choosing problem={problem} />}
      written={shared => <Done shared={shared} />}
    />
  )
}

const PARTS: Readonly<Record<ShareChoice['what'], { readonly name: MessageId; readonly hint: MessageId }>> = {
  all: { name: 'team.share-all', hint: 'team.share-all-hint' },
  annotator: { name: 'team.share-annotator', hint: 'team.share-annotator-hint' },
  news: { name: 'team.share-news', hint: 'team.share-news-hint' },
}

function Choosing({ problem }: { readonly problem: string | null }) {
  const { choice } = useShare()
  return (
    <Dialog
      title={say('team.share')}
      foot={
        <Button
          kind="primary"
          disabled={sharedPart(choice) === undefined || !isSealable(choice)}
          onPress={() => void shareNow()}
        >
          {say('team.share-action')}
        </Button>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      <RadioGroup
        className="share-parts"
        value={choice.what}
        // Its values are those of its options.
        onChange={what => chooseShare({ what: what as ShareChoice['what'] })}
      >
        <Label className="field-label">{say('team.share-what')}</Label>
        {Object.entries(PARTS).map(([what, { name, hint }]) => (
          <Radio key={what} value={what} className="share-part">
            <span className="share-part-name">{say(name)}</span>
            <span className="team-hint">{say(hint)}</span>
          </Radio>
        ))}
      </RadioGroup>
      {choice.what === 'annotator' && <Whose />}
      {choice.what === 'news' && <ForWhom />}
      <Check checked={choice.packed} onChange={packed => chooseShare({ packed })}>
        {say('team.share-packed')}
      </Check>
      <Check checked={choice.signed} onChange={signed => chooseShare({ signed })}>
        {say('team.share-signed')}
      </Check>
      <Sealing />
    </Dialog>
  )
}

/** Whether the file is encrypted, and with what. */
function Sealing() {
  const { passphrase } = useShare(state => state.choice)
  return (
    <>
      <Check
        checked={passphrase !== null}
        onChange={wanted => chooseShare({ passphrase: wanted ? '' : null })}
      >
        {say('team.share-encrypted')}
      </Check>
      {passphrase !== null && (
        <Field
          label={say('team.passphrase')}
          value={passphrase}
          onChange={typed => chooseShare({ passphrase: typed })}
          description={say('team.passphrase-hint', { least: SHORTEST_PASSPHRASE })}
          secret
        />
      )}
    </>
  )
}

/** Whose work goes out; the person's own where nobody else is chosen. */
function Whose() {
  const { choice, annotators } = useShare()
  const own = useSession(({ session }) => session?.person.id)
  return (
    <Select
      label={say('team.share-whose')}
      value={choice.annotator ?? own ?? ''}
      options={annotators.map(({ id, name, annotations }) => ({
        value: id as string,
        name: say('team.annotator-with', { name, count: annotations }),
      }))}
      onChange={id => chooseShare({ annotator: AnnotatorId.parse(id) })}
    />
  )
}

/** Whom the file is for: somebody who had one before, or a new name. */
function ForWhom() {
  const { choice, colleagues } = useShare()
  const id = useId()
  const typed = choice.colleague.trim().toLowerCase()
  const known = colleagues?.find(one => one.name === choice.colleague.trim())
  const offers = (colleagues ?? [])
    .filter(({ name }) => typed === '' || name.toLowerCase().includes(typed))
    .map(({ name, at, news }) => ({
      value: name,
      note: say(news ? 'team.last-and-news' : 'team.last-and-no-news', { when: sayMoment(at) }),
    }))
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {say('team.share-for')}
      </label>
      <Combobox
        id={id}
        value={choice.colleague}
        listName={say('team.colleagues')}
        offers={offers}
        maxLength={200}
        onType={colleague => chooseShare({ colleague })}
        onChoose={colleague => chooseShare({ colleague })}
        onOpen={() => {}}
      />
      <p className="team-hint">
        {known
          ? say(known.news ? 'team.last-and-news' : 'team.last-and-no-news', { when: sayMoment(known.at) })
          : say('team.first-file')}
      </p>
    </div>
  )
}

function Done({ shared: { fileName, bytes, shown } }: { readonly shared: Shared }) {
  const { article = 0, annotation = 0, review = 0, decision = 0 } = shown
  return (
    <>
      <p>{say('team.shared-as', { file: fileName, size: sizeOf(bytes) })}</p>
      <p>
        {say('team.shared-what', {
          articles: article,
          annotations: annotation,
          reviews: review,
          decisions: decision,
        })}
      </p>
      <p className="team-hint">{say('team.shared-next')}</p>
    </>
  )
}

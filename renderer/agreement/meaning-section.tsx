import { INTERPRETATION_RULES } from '#app/agreement/interpretation'
import { type MessageId, say, sayNumber } from '../messages/messages.ts'
import { Section } from './section.tsx'

const MEANT: readonly (readonly [name: MessageId, says: MessageId])[] = [
  ['agreement.percent', 'agreement.means-percent'],
  ['agreement.alpha', 'agreement.means-alpha'],
  ['agreement.kappa', 'agreement.means-kappa'],
  ['agreement.pi', 'agreement.means-pi'],
  ['agreement.fleiss', 'agreement.means-fleiss'],
  ['agreement.ac1', 'agreement.means-ac1'],
  ['agreement.interval-name', 'agreement.means-interval'],
]

const NOT_MEANT: readonly MessageId[] = [
  'agreement.not-truth',
  'agreement.not-general',
  'agreement.not-frequent',
  'agreement.not-independent',
]

/** The words and the cautions of the rules, by what they are in `app`; they are quoted from the sources. */
const WORDS: Readonly<Record<string, MessageId>> = {
  poor: 'agreement.band-poor',
  slight: 'agreement.band-slight',
  fair: 'agreement.band-fair',
  moderate: 'agreement.band-moderate',
  substantial: 'agreement.band-substantial',
  'almost perfect': 'agreement.band-almost-perfect',
  'not to be relied upon': 'agreement.band-unreliable',
  'for tentative conclusions only': 'agreement.band-tentative',
  reliable: 'agreement.band-reliable',
  'Landis and Koch 1977': 'agreement.caution-landis-koch',
  'Krippendorff 2004': 'agreement.caution-krippendorff',
}

const sayWord = (word: string): string => {
  const message = WORDS[word]
  return message ? say(message) : word
}

/** What each figure means, what none of them means, and rules of others as what they are. */
export function MeaningSection() {
  return (
    <Section title={say('agreement.meaning')}>
      <dl className="agreement-meaning">
        {MEANT.map(([name, says]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{say(says)}</dd>
          </div>
        ))}
      </dl>
      <h3 className="agreement-subtitle">{say('agreement.not-meant')}</h3>
      <ul className="agreement-list">
        {NOT_MEANT.map(id => (
          <li key={id}>{say(id)}</li>
        ))}
      </ul>
      <h3 className="agreement-subtitle">{say('agreement.rules')}</h3>
      <p className="agreement-says">{say('agreement.rules-says')}</p>
      {INTERPRETATION_RULES.map(({ name, source, bands }) => (
        <div key={name} className="agreement-rule">
          <p className="agreement-rule-name">{name}</p>
          <ul className="agreement-bands">
            {bands.map(({ from, words }) => (
              <li key={words}>
                {Number.isFinite(from)
                  ? say('agreement.band', { from: sayNumber(from), words: sayWord(words) })
                  : say('agreement.band-below', { words: sayWord(words) })}
              </li>
            ))}
          </ul>
          <p className="agreement-says">{sayWord(name)}</p>
          <p className="agreement-source" lang="en" dir="ltr">
            {source}
          </p>
        </div>
      ))}
    </Section>
  )
}

import type { SentenceToDecide } from '#app/adjudication/sentences-to-decide'
import { say } from '../messages/messages.ts'
import { openPlace } from '../register/elsewhere.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Message } from '../ui/message.tsx'
import { currentSentence, type Deciding, isLeft, setOrder, useAdjudication } from './adjudication-store.ts'
import { Context } from './context.tsx'
import { step, takeAgreed } from './deciding.ts'
import { DecisionBar } from './decision-bar.tsx'
import { StandingDecision } from './standing-decision.tsx'
import { Statements } from './statements.tsx'

/** The open article, at the sentence that stands to be decided. */
export function ArticleToDecideView({ deciding }: { readonly deciding: Deciding }) {
  const { adjudication, order } = deciding
  const { article, sentences } = adjudication
  const sentence = currentSentence(deciding)
  const left = sentences.filter(isLeft).length
  const agreed = sentences.filter(one => !one.decision && one.accord === 'agreed').length
  if (!sentence)
    return (
      <section className="adjudication-article">
        <Message title={say('adjudication.nothing-here')} />
      </section>
    )
  return (
    <section className="adjudication-article" aria-label={article.title}>
      <header className="adjudication-head">
        <h2 className="adjudication-title" dir="auto">
          {article.title}
        </h2>
        <OrderChoice />
        <div className="adjudication-steps">
          <Button kind="quiet" name={say('adjudication.previous')} onPress={() => step(-1)}>
            ‹
          </Button>
          <span>
            {say('adjudication.place', {
              ...{ place: order.indexOf(sentence.sentence) + 1, of: order.length, left },
            })}
          </span>
          <Button kind="quiet" name={say('adjudication.next')} onPress={() => step(1)}>
            ›
          </Button>
        </div>
        {agreed > 0 && (
          <Button onPress={() => void takeAgreed()}>
            {say('adjudication.take-agreed-count', { count: agreed })}
          </Button>
        )}
      </header>
      <Context adjudication={adjudication} sentence={sentence} />
      <Accord sentence={sentence} />
      <Statements adjudication={adjudication} sentence={sentence} />
      <StandingDecision sentence={sentence} />
      <DecisionBar deciding={deciding} sentence={sentence} />
      <p>
        <Button kind="quiet" onPress={() => openPlace({ article: article.id, ...sentence.range })}>
          {say('adjudication.read-there')}
        </Button>
      </p>
    </section>
  )
}

function Accord({ sentence }: { readonly sentence: SentenceToDecide }) {
  return (
    <p className="adjudication-accord" data-accord={sentence.accord}>
      {say(`adjudication.accord-${sentence.accord}`)}
    </p>
  )
}

function OrderChoice() {
  const order = useAdjudication(state => state.order)
  return (
    <Choice
      label={say('adjudication.order')}
      value={order}
      options={[
        { value: 'disagreed-first', name: say('adjudication.disagreed-first') },
        { value: 'text', name: say('adjudication.as-in-text') },
      ]}
      onChange={setOrder}
    />
  )
}

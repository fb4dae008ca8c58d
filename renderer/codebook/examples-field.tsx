import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { CloseIcon } from '../ui/icons.tsx'

interface ExamplesFieldProps {
  readonly title: string
  /** What one of them is called, such as “Example {number}”. */
  readonly nameOf: (number: number) => string
  readonly add: string
  readonly examples: readonly string[]
  readonly onChange: (examples: string[]) => void
}

/** Sentences that show what is meant; one that is empty is left out when the codebook is saved. */
export function ExamplesField({ title, nameOf, add, examples, onChange }: ExamplesFieldProps) {
  return (
    <section className="examples" aria-label={title}>
      <div className="codebook-head">
        <h4 className="field-label">{title}</h4>
        <Button kind="quiet" onPress={() => onChange([...examples, ''])}>
          {add}
        </Button>
      </div>
      {examples.map((example, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example is its place; its text changes as it is written
        <div key={place} className="example">
          <Field
            label={nameOf(place + 1)}
            value={example}
            lines={2}
            autoFocus={example === ''}
            onChange={text => onChange(examples.toSpliced(place, 1, text))}
          />
          <Button
            kind="quiet"
            name={say('codebook.remove-one', { name: nameOf(place + 1) })}
            onPress={() => onChange(examples.toSpliced(place, 1))}
          >
            <CloseIcon />
          </Button>
        </div>
      ))}
    </section>
  )
}

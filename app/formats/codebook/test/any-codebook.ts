import fc from 'fast-check'
import { Attribute, AttributeType } from '../../../model/attribute.ts'
import { Codebook } from '../../../model/codebook.ts'
import { Label, LabelColour } from '../../../model/label.ts'
import { anyText } from '../../../test/texts.ts'

/** Any text as files of UTF-8 can have it. */
const text = anyText.map(one => one.toWellFormed())
const line = fc.oneof(
  fc.constantFrom('Claim', 'Verdict: x', 'Place of Verdict', '--- Assay ---', '<b>&amp;', 'a\nb', '1'),
  text.map(one => `n${one}`.slice(0, 99).toWellFormed().trim()),
)
const prose = fc.oneof(
  fc.constantFrom('', ' spaced ', 'A.\n\n--- Assay ---\nKey: x', '\n', 'a: b\n  c'),
  text,
)
const id = fc.constantFrom('fact', 'claim', 'Claim', 'verdict', 'яскраво', 'a_b-c', '0', 'constructor')
const choice = line.map(one => one.replace(/[|\r\n]/g, ' ')).filter(one => one !== '')

const labels = fc
  .uniqueArray(id, { minLength: 1, maxLength: 6 })
  .chain(ids =>
    fc.tuple(
      ...ids.map((own, position) =>
        fc.record({
          id: fc.constant(own),
          position: fc.constant(position),
          // Only to one before it, so that there are no circles.
          parent: fc.constantFrom(null, ...ids.slice(0, position)),
          ...{ name: line, summary: text.map(one => one.slice(0, 500).toWellFormed()) },
          ...{ definition: prose, inclusion: prose, exclusion: prose },
          examples: fc.array(line, { maxLength: 3 }),
          counterexamples: fc.array(line, { maxLength: 2 }),
          colour: fc.constantFrom(...LabelColour.options),
          key: fc.constantFrom('', String.fromCharCode(97 + position)),
          ...{ exclusive: fc.boolean(), retired: fc.boolean() },
        }),
      ),
    ),
  )
  .map(all => all.map(one => Label.parse(one)))

const attributes = (labelIds: readonly string[]) =>
  fc
    .uniqueArray(id, { maxLength: 5 })
    .chain(ids =>
      fc.tuple(
        ...ids.map((own, position) =>
          fc.record({
            id: fc.constant(own),
            position: fc.constant(position),
            ...{ name: line, definition: prose, preset: text },
            type: fc.constantFrom(...AttributeType.options),
            choices: fc.uniqueArray(choice, { maxLength: 3 }),
            labels: fc.subarray([...labelIds]),
            required: fc.boolean(),
            condition: fc.option(
              fc.record({ attribute: fc.constantFrom(...ids), values: fc.array(line, { minLength: 1 }) }),
            ),
          }),
        ),
      ),
    )
    .map(all => all.map(one => Attribute.parse(one)))

/** A codebook that breaks what is careless with names, ids and texts. Its order is that of its positions. */
export const anyCodebook: fc.Arbitrary<Codebook> = labels.chain(all =>
  attributes(all.map(one => one.id)).map(some => Codebook.parse({ labels: all, attributes: some })),
)

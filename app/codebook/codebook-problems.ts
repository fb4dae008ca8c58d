/** What stands against a codebook, and what may surprise in it. */
import { assertNever } from '../failure.ts'
import { valueProblem } from '../model/attribute.ts'
import { ancestorsOf, type Codebook } from '../model/codebook.ts'
import type { AttributeId, LabelId } from '../model/ids.ts'
import { hasChoices } from './change-attributes.ts'

export type CodebookProblem =
  | { readonly problem: 'no-label' }
  | { readonly problem: 'label-unnamed'; readonly label: LabelId }
  | { readonly problem: 'key-taken'; readonly label: LabelId; readonly key: string; readonly by: string }
  | { readonly problem: 'circle'; readonly label: LabelId; readonly name: string }
  | { readonly problem: 'attribute-unnamed'; readonly attribute: AttributeId }
  | { readonly problem: 'choices-missing'; readonly attribute: AttributeId; readonly name: string }
  | { readonly problem: 'preset-unfit'; readonly attribute: AttributeId; readonly name: string }
  | { readonly problem: 'condition-lost'; readonly attribute: AttributeId; readonly name: string }
  /** It is asked for on values that the other attribute does not have. */
  | {
      readonly problem: 'condition-unfit'
      readonly attribute: AttributeId
      readonly name: string
      readonly on: string
    }
  | { readonly problem: 'condition-circle'; readonly attribute: AttributeId; readonly name: string }

/** All that keeps a codebook from being used. Empty for a sound one. */
export function codebookProblems(codebook: Codebook): CodebookProblem[] {
  const active = codebook.labels.filter(one => !one.retired)
  return [
    ...(active.length === 0 ? [{ problem: 'no-label' } as const] : []),
    ...codebook.labels.flatMap(one => labelProblems(codebook, one)),
    ...codebook.attributes.flatMap(one => attributeProblems(codebook, one)),
  ]
}

function labelProblems(
  { labels }: Codebook,
  { id: label, name, key, retired }: Codebook['labels'][number],
): CodebookProblem[] {
  const first = labels.find(one => !one.retired && one.key === key)
  const taken = key !== '' && !retired && first && first.id !== label
  return [
    ...(name.trim() === '' ? [{ problem: 'label-unnamed', label } as const] : []),
    ...(taken ? [{ problem: 'key-taken', label, key, by: first.name } as const] : []),
    ...(ancestorsOf(labels, label).includes(label) ? [{ problem: 'circle', label, name } as const] : []),
  ]
}

function attributeProblems({ attributes }: Codebook, one: Codebook['attributes'][number]): CodebookProblem[] {
  const { id: attribute, name, condition, preset } = one
  const on = attributes.find(any => any.id === condition?.attribute)
  const lost = condition && (!on || on.id === attribute)
  const conditionUnfit =
    condition && on && condition.values.some(value => valueProblem(on, value) !== undefined)
  const unfit = preset !== '' && valueProblem(one, preset) !== undefined
  const noChoices = hasChoices(one) && one.choices.length === 0
  return [
    ...(name.trim() === '' ? [{ problem: 'attribute-unnamed', attribute } as const] : []),
    ...(noChoices ? [{ problem: 'choices-missing', attribute, name } as const] : []),
    ...(unfit && !noChoices ? [{ problem: 'preset-unfit', attribute, name } as const] : []),
    ...(lost ? [{ problem: 'condition-lost', attribute, name } as const] : []),
    ...(conditionUnfit && !lost
      ? [{ problem: 'condition-unfit', attribute, name, on: on.name } as const]
      : []),
    ...(!lost && dependsOnItself(attributes, one)
      ? [{ problem: 'condition-circle', attribute, name } as const]
      : []),
  ]
}

/** Whether an attribute is asked for on a value of one that, step by step, is asked for on a value of it. */
function dependsOnItself(attributes: Codebook['attributes'], one: Codebook['attributes'][number]): boolean {
  const passed = new Set<AttributeId>()
  for (let at = one; at.condition && !passed.has(at.id); ) {
    passed.add(at.id)
    const on = attributes.find(({ id }) => id === at.condition?.attribute)
    if (!on) return false
    if (on.id === one.id) return true
    at = on
  }
  return false
}

/** A problem as a sentence that says what to do. */
export function problemSentence(found: CodebookProblem): string {
  switch (found.problem) {
    case 'no-label':
      return 'A codebook needs a label that can be given. Add one, or bring one back.'
    case 'label-unnamed':
      return `The label ${found.label} has no name. Give it one.`
    case 'key-taken':
      return `The key ${found.key} is that of “${found.by}” already. Choose another one.`
    case 'circle':
      return `“${found.name}” would be a kind of itself. Choose another parent for it.`
    case 'attribute-unnamed':
      return `The attribute ${found.attribute} has no name. Give it one.`
    case 'choices-missing':
      return `“${found.name}” has nothing to choose from. Give it at least one choice.`
    case 'preset-unfit':
      return `“${found.name}” begins with a value that it cannot have. Give another one, or none.`
    case 'condition-lost':
      return `“${found.name}” depends on an attribute that is not there. Choose another condition, or none.`
    case 'condition-unfit':
      return `“${found.name}” is asked for on a value that “${found.on}” does not have. Choose its condition anew.`
    case 'condition-circle':
      return `“${found.name}” is asked for only once it has a value itself. Choose another condition, or none.`
    default:
      return assertNever(found)
  }
}

/** The active labels whose key does something else in the reader, which then wins. @param reserved the keys of commands */
export const shadowedKeys = ({ labels }: Codebook, reserved: ReadonlySet<string>): LabelId[] =>
  labels.flatMap(({ id, key, retired }) => (!retired && reserved.has(key) ? [id] : []))

/** The names that more than one active label has, whatever their case. */
export function namesTwice({ labels }: Codebook): string[] {
  const active = labels.filter(({ retired, name }) => !retired && name.trim() !== '')
  const named = Map.groupBy(active, ({ name }) => name.normalize('NFC').trim().toLowerCase())
  return [...named.values()].flatMap(([first, ...others]) => (first && others.length > 0 ? [first.name] : []))
}

import { type Attribute, valueProblem } from '#app/model/attribute'
import { say } from '../../messages/messages.ts'

/** What stands against a value, in the person's language; undefined where nothing does. An empty one is always right. */
export function problemOf(attribute: Attribute, value: string): string | undefined {
  if (value === '' || valueProblem(attribute, value) === undefined) return undefined
  const { name, type } = attribute
  const choices = attribute.choices.join(', ')
  switch (type) {
    case 'number':
      return say('inspector.problem-number', { name })
    case 'date':
      return say('inspector.problem-date', { name })
    case 'url':
      return say('inspector.problem-url', { name })
    case 'status-history':
      return say('inspector.problem-history', { choices })
    default:
      return say('inspector.problem-choice', { name, choices })
  }
}

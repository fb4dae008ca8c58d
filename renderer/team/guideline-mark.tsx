import { say } from '../messages/messages.ts'
import { useAsked } from '../use-asked.ts'

/** That there is news for the person, beside the name of the tab. */
export function GuidelineMark() {
  const { value } = useAsked('guideline.read', {})
  return value?.news ? <span className="tab-count">{say('guideline.new')}</span> : null
}

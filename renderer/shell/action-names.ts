import type { Action } from '#app/model/record'
import { say } from '../messages/messages.ts'

/** What a step is called after "Undo". */
export const actionName = (action: Action): string => say(`action.${action}`)

/** The id of the field in which the reason is written. */
export const REASON = 'decision-reason'

export const focusReason = (): void => document.getElementById(REASON)?.focus()

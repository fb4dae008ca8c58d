/** Puts the focus on the current sentence, without scrolling; nothing where no article is shown. */
export const focusSentence = (): void =>
  document.querySelector<HTMLElement>('[data-sentence][aria-current]')?.focus({ preventScroll: true })

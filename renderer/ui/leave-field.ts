/** Has what is being written in a field kept, as when the person leaves it. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/**
 * Whether what was promised for a day is late: the day is over, and nothing but its first status, such as open, says what
 * became of it.
 *
 * @param deadline and today: ISO 8601 days; an empty deadline is never over
 * @param statuses those that there are, in the order of the codebook
 */
export const isOverdue = (
  { deadline, status }: { readonly deadline: string; readonly status: string },
  statuses: readonly string[],
  today: string,
): boolean => deadline !== '' && deadline < today && (status === '' || status === statuses[0])

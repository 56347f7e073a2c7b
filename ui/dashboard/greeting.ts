const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

/** The greeting for an hour of the day (0–23). */
export function greeting(hour: number): string {
  if (hour < 5 || hour >= 18) return 'Good evening'
  return hour < 12 ? 'Good morning' : 'Good afternoon'
}

/** One sentence on what is open; `more` when the count is only the first page of it. */
export function openSentence(count: number, more: boolean): string {
  if (count === 0) return 'No session is open.'
  if (more) return `More than ${count} sessions are open.`
  return `${words[count] ?? count} ${count === 1 ? 'session is' : 'sessions are'} open.`
}

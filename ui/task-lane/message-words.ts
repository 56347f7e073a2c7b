import { type LaneItem, replyTo, wordsOf } from './lane.ts'

/** The message that the model will read when these items are sent, word for word as the server puts it together. */
export function messageWords(items: LaneItem[], own: string): string {
  return [own, ...items.map(sayItem)].filter((part) => part !== '').join('\n\n')
}

function sayItem(item: LaneItem): string {
  const reply = replyTo(item)
  const words = wordsOf(item).replace(/\s+/g, ' ')
  const title = 'text' in item ? `Question: ${words}` : `Check: ${words}`
  if (reply === null) return `${title}\n(skipped)`
  return 'text' in item ? `${title}\nAnswer: ${reply}` : `${title}\nResult:\n${cut(reply)}`
}

/** Long output without its middle, as the server cuts it. */
function cut(text: string): string {
  if (text.length <= 6000) return text
  return `${text.slice(0, 3600)}\n[… ${text.length - 6000} characters left out here …]\n${text.slice(-2400)}`
}

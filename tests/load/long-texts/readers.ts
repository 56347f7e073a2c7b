import { toMarkdown } from '../../../api/artifacts/compose.ts'
import { endSentence, problemLines } from '../../../api/artifacts/fix-lines.ts'
import { ownWords } from '../../../api/chat/compose-message.ts'
import { wordItem } from '../../../api/facts/wording.ts'
import { withoutFence } from '../../../api/markers/fence.ts'
import { renderNote } from '../../../api/psa/builtin/note-text.ts'
import { renderForConnectWise } from '../../../api/psa/connectwise/note-text.ts'
import { splitText } from '../../../api/psa/split-text.ts'
import { cleanText } from '../../../api/text/clean-text.ts'
import { excerptOf } from '../../../api/tickets/excerpts.ts'
import { distinct, readPlainly } from '../../../api/tickets/plain-reading.ts'
import { blockHtml, codeOf, markdownBlocks, mended } from '../../../ui/kit/markdown-blocks.ts'

const asItIs = (text: string) => text
const item = (words: string, given: string) => ({
  kind: 'question' as const,
  item: {
    id: '1',
    text: words,
    context: words,
    options: null,
    status: 'done',
    answer: given,
    sent_message_id: null,
    fact_declined: false,
  },
  given,
})

/** Everything that reads or renders what an engineer, a customer or a model wrote, but for what takes secrets out of it. */
export const readers: Record<string, (text: string) => unknown> = {
  'clean text': cleanText,
  'note for ConnectWise': (text) => renderForConnectWise(text, text.slice(0, 1000), 'FP-1', asItIs),
  'note of the board': (text) => renderNote(text, text, 'FP-1', asItIs),
  'split text': (text) => splitText(text, 1000),
  'ticket read plainly': readPlainly,
  'passage in a text': (text) => [excerptOf(text.slice(0, 200), text), excerptOf('a b', text)],
  'words that differ': (text) => distinct(text.split(' ').slice(0, 2000)),
  'own words': ownWords,
  'fact of an answer': (text) => wordItem(item(text.slice(0, 500), text) as never, []),
  'end of a sentence': endSentence,
  'problem of a note': (text) => problemLines({ title: text.slice(0, 120), problem: text } as never),
  'note in Markdown': (text) =>
    toMarkdown({ sections: [{ form: 'list' }, { form: 'prose' }, { form: 'scripts' }] } as never, [
      { heading: 'One', lines: [{ text, cites: [] }] },
      { heading: 'Two', lines: [{ text, cites: [] }] },
      { heading: 'Three', lines: [{ text: `The bash script:\n\n${text}`, cites: [] }] },
    ]),
  'inside of a block': withoutFence,
  'Markdown on the screen': (text) => markdownBlocks(text).blocks.map(blockHtml),
  'code on the screen': codeOf,
  'Markdown that is written': mended,
}

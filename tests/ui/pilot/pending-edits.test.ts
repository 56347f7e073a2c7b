import { expect, test } from 'vitest'
import { createPendingEdits } from '../../../ui/pilot/pending-edits.ts'

type Edit = { answer: string }

/** A server that answers when it is told to. */
function heldServer() {
  const asked: { answer: string; take: () => void; refuse: () => void }[] = []
  const send = ({ answer }: Edit) =>
    new Promise<Edit>((resolve, reject) => {
      asked.push({ answer, take: () => resolve({ answer }), refuse: () => reject(new Error('refused')) })
    })
  return { asked, send }
}

function engineer() {
  const edits = createPendingEdits<Edit>()
  const server = heldServer()
  const kept: string[] = []
  const answer = (item_id: string, words: string) => {
    const edit = { answer: words }
    return edits.make(
      item_id,
      edit,
      () => server.send(edit),
      (taken) => kept.push(taken.answer),
    )
  }
  const shown = () => Object.fromEntries([...edits.pending()].map(([item_id, edit]) => [item_id, edit.answer]))
  return { edits, server, kept, answer, shown }
}

const soon = () => new Promise((resolve) => setTimeout(resolve))

test('an edit is shown at once, and is the server’s once it was taken', async () => {
  const { answer, server, kept, shown } = engineer()
  const made = answer('q1', 'Yes')
  expect(shown()).toEqual({ q1: 'Yes' })
  await soon()
  server.asked[0]?.take()
  await made
  expect([shown(), kept]).toEqual([{}, ['Yes']])
})

test('a refused edit is gone, and says so', async () => {
  const { answer, server, kept, shown } = engineer()
  const made = answer('q1', 'Yes')
  await soon()
  server.asked[0]?.refuse()
  await expect(made).rejects.toThrow('refused')
  expect([shown(), kept]).toEqual([{}, []])
})

test('two quick edits of one item reach the server in order, and the second stays shown while the first is answered', async () => {
  const { answer, server, shown, edits } = engineer()
  const [first, second] = [answer('q1', 'Yes'), answer('q1', 'No')]
  await soon()
  expect(server.asked.map((each) => each.answer)).toEqual(['Yes'])
  server.asked[0]?.take()
  await first
  expect(shown()).toEqual({ q1: 'No' })
  await soon()
  server.asked[1]?.take()
  await second
  await edits.answered()
  expect(shown()).toEqual({})
})

test('an edit that is refused does not hold up the next', async () => {
  const { answer, server, kept } = engineer()
  const [first, second] = [answer('q1', 'Yes'), answer('q2', 'No')]
  await soon()
  server.asked[0]?.refuse()
  await expect(first).rejects.toThrow()
  await soon()
  server.asked[1]?.take()
  await second
  expect(kept).toEqual(['No'])
})

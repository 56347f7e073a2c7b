import type { Engineer } from '../harness/http.ts'
import type { ScriptedModel } from '../harness/scripted-model.ts'
import type { Draft } from './notes/drafts.ts'
import type { DraftSentence, NoteCase } from './notes/note-case.ts'

/** A sentence of a draft and what became of it. */
export type Tried = { sentence: DraftSentence; kept: boolean; why: string | undefined }

type Preview = {
  written_by: string
  sections: { lines: { text: string }[] }[]
  dropped: { text: string; why: string }[]
}

/** Opens the case as a session of the product and has the model draft its note so; answers what was kept of it. */
export async function tryDraft(
  engineer: Engineer,
  model: ScriptedModel,
  { case: note_case, sentences }: Draft,
): Promise<Tried[]> {
  const path = await openCase(engineer, model, note_case)
  const said = Object.entries(sentences).map(([name, list]) => [name, list.map(({ text, cites }) => ({ text, cites }))])
  model.reply({ text: JSON.stringify(Object.fromEntries(said)) })
  const { body } = await engineer.post<Preview>(`${path}/resolution-note/preview`)
  if (body.written_by !== 'model') throw new Error(`The note of “${note_case.title}” was not drafted by the model`)
  const kept = new Set(body.sections.flatMap(({ lines }) => lines.map(({ text }) => text)))
  return Object.values(sentences)
    .flat()
    .map((sentence) => ({
      sentence,
      kept: kept.has(sentence.text),
      why: body.dropped.find(({ text }) => text === sentence.text)?.why,
    }))
}

async function openCase(
  engineer: Engineer,
  model: ScriptedModel,
  { title, problem, facts, fix }: NoteCase,
): Promise<string> {
  const { body: session } = await engineer.post<{ id: string }>('/ai-sessions', { title, problem })
  const path = `/ai-sessions/${session.id}`
  for (const text of facts) await engineer.post(`${path}/facts`, { text })
  const { outcome, note, ...suggestion } = fix
  model.replyTo(session.id, {
    text: `[SUGGEST_FIX]${JSON.stringify({ ...suggestion, script: suggestion.script ?? undefined })}[/SUGGEST_FIX]`,
  })
  await Array.fromAsync(engineer.stream(`${path}/messages`, { content: `What now? (${session.id})` }))
  const { body: active } = await engineer.get<{ id: string }>(`${path}/suggested-fixes/active`)
  await engineer.post(`${path}/suggested-fixes/${active.id}/outcome`, {
    outcome,
    note: note ?? (outcome === 'awaiting' ? 'a reboot' : ''),
  })
  return path
}

/** How many of the planted and of the true sentences were dropped, of how many. */
export function countDropped(tried: Tried[]) {
  const of = (those: Tried[]) => ({ dropped: those.filter(({ kept }) => !kept).length, all: those.length })
  return {
    planted: of(tried.filter(({ sentence }) => sentence.planted)),
    true_ones: of(tried.filter(({ sentence }) => !sentence.planted)),
  }
}

export const inPercent = ({ dropped, all }: { dropped: number; all: number }) => (100 * dropped) / Math.max(1, all)

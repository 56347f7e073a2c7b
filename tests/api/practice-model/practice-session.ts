import Anthropic from '@anthropic-ai/sdk'
import { MarkerParser } from '../../../api/markers/marker-parser.ts'
import type { Block } from '../../../api/markers/payloads.ts'
import { createPracticeFetch } from '../../../api/practice-model/practice-fetch.ts'
import type { SessionState } from '../../../api/practice-model/session-state.ts'

/** A raw reply as the product's own parser reads it. A block that is rejected is an error here. */
export function readReply(reply: string): { prose: string; blocks: Block[] } {
  const parser = new MarkerParser()
  const events = [...parser.push(reply), ...parser.end()]
  const rejected = events.filter((event) => event.type === 'rejected')
  if (rejected.length > 0) throw new Error(`${JSON.stringify(rejected)} in: ${reply}`)
  return {
    prose: events.map((event) => (event.type === 'text' ? event.delta : '')).join(''),
    blocks: events.flatMap((event) => (event.type === 'block' ? [event.block] : [])),
  }
}

/** A session as the server keeps it: lane, facts and fix follow from the replies, and go back with every request. */
export class PracticeSession {
  readonly state: SessionState = {
    open_questions: [],
    answered_questions: [],
    skipped_questions: [],
    open_checks: [],
    recorded_checks: [],
    skipped_checks: [],
    facts: [],
    suggested_fix: null,
  }
  readonly messages: Anthropic.MessageParam[] = []
  readonly replies: string[] = []
  private readonly client = new Anthropic({
    apiKey: 'practice',
    maxRetries: 0,
    fetch: createPracticeFetch({ pace_ms: 0 }),
  })
  private ids = 0

  get reply() {
    return readReply(this.replies.at(-1) ?? '')
  }

  get fix() {
    return this.reply.blocks.flatMap((block) => (block.marker === 'SUGGEST_FIX' ? [block.fix] : []))[0]
  }

  get outcome() {
    return this.reply.blocks.flatMap((block) => (block.marker === 'FIX_OUTCOME' ? [block.outcome] : []))[0]
  }

  async say(words: string): Promise<string> {
    const answered_questions = this.state.answered_questions.map(({ id, text }) => ({ id, text, sent: true }))
    const recorded_checks = this.state.recorded_checks.map(({ id, label }) => ({ id, label, sent: true }))
    const told = { ...this.state, answered_questions, recorded_checks }
    const state: Anthropic.TextBlockParam = {
      type: 'text',
      text: `<session_state>\n${JSON.stringify(told)}\n</session_state>`,
    }
    const said: Anthropic.TextBlockParam = { type: 'text', text: [words, ...this.unsent(words)].join('\n\n') }
    const response = await this.client.messages.create({
      model: 'claude-sonnet-5-5',
      max_tokens: 8000,
      messages: [...this.messages, { role: 'user', content: [said, state] }],
    })
    const reply = response.content.map((block) => (block.type === 'text' ? block.text : '')).join('')
    this.messages.push({ role: 'user', content: said.text }, { role: 'assistant', content: reply })
    this.replies.push(reply)
    for (const block of readReply(reply).blocks) this.take(block)
    return reply
  }

  /** What the state holds of answers and no message has said yet. */
  private unsent(words: string): string[] {
    const said = [words, ...this.messages.map(({ content }) => content)].join('\n')
    return [
      ...this.state.answered_questions.map(({ text, answer }) => `Question: ${text}\nAnswer: ${answer}`),
      ...this.state.recorded_checks.map(({ label, result }) => `Check: ${label}\nResult:\n${result}`),
    ].filter((item) => !said.includes(item))
  }

  /** Answers open questions and checks whose words contain a key, and sends them the way the lane does. */
  async answer(answers: Record<string, string>, words = ''): Promise<string> {
    const lines = words === '' ? [] : [words]
    for (const [part, said] of Object.entries(answers)) {
      const question = this.state.open_questions.find(({ text }) => text.includes(part))
      const check = this.state.open_checks.find(({ label }) => label.includes(part))
      if (question) {
        this.state.open_questions = this.state.open_questions.filter(({ id }) => id !== question.id)
        this.state.answered_questions.push({ ...question, answer: said })
        lines.push(`Question: ${question.text}\nAnswer: ${said}`)
      } else if (check) {
        this.state.open_checks = this.state.open_checks.filter(({ id }) => id !== check.id)
        this.state.recorded_checks.push({ ...check, result: said })
        lines.push(`Check: ${check.label}\nResult:\n${said}`)
      } else throw new Error(`nothing open says “${part}”: ${this.openTexts().join(' | ')}`)
    }
    return this.say(lines.join('\n\n'))
  }

  /** Skips everything that is open, until nothing is asked any more. */
  async skipAll(): Promise<void> {
    for (let turn = 0; turn < 12 && this.openTexts().length > 0; turn++) {
      this.state.skipped_questions.push(...this.state.open_questions.splice(0))
      this.state.skipped_checks.push(...this.state.open_checks.splice(0))
      await this.say('I could not test these.')
    }
  }

  openTexts(): string[] {
    return [...this.state.open_questions.map(({ text }) => text), ...this.state.open_checks.map(({ label }) => label)]
  }

  private take(block: Block) {
    switch (block.marker) {
      case 'QUESTIONS':
        this.state.open_questions = block.questions.map(({ id, text, options }) => ({
          id: id ?? this.newId(),
          text,
          options,
        }))
        break
      case 'ACTIONS':
        this.state.open_checks = block.checks.map(({ id, label, command }) => ({
          id: id ?? this.newId(),
          label,
          command,
        }))
        break
      case 'PROMOTE':
        for (const { text, source_ref } of block.facts) {
          const ordinal = this.state.facts.length + 1
          this.state.facts.push({
            ordinal,
            text,
            source_type: 'ai',
            source_ref: source_ref ?? null,
            status: 'confirmed',
          })
        }
        break
      case 'SUGGEST_FIX':
        this.state.suggested_fix = { id: this.newId(), title: block.fix.title, status: 'proposed' }
    }
  }

  private newId() {
    return `item-${++this.ids}`
  }
}

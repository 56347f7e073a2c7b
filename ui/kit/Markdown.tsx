import DOMPurify from 'dompurify'
import { createMemo, Index, Show } from 'solid-js'
import { CopyButton } from './CopyButton.tsx'
import { blockHtml, type Code, codeOf, type MarkdownBlocks, markdownBlocks, mended } from './markdown-blocks.ts'
import './markdown.css'

const purify = DOMPurify(window)
purify.addHook('afterSanitizeAttributes', (element) => {
  if (element.tagName !== 'A') return
  element.setAttribute('target', '_blank')
  element.setAttribute('rel', 'noopener noreferrer')
})

/** HTML that shows words and nothing else: no picture, form, style or id, and links that lead out of the app. */
const sanitised = (html: string) =>
  purify.sanitize(html, {
    ALLOWED_TAGS: [
      ...[
        'p',
        'br',
        'hr',
        'h3',
        'strong',
        'em',
        'del',
        'code',
        'pre',
        'blockquote',
        'ul',
        'ol',
        'li',
        'a',
        'small',
        'bdi',
        'div',
      ],
      ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    ALLOWED_ATTR: ['href', 'start', 'tabindex'],
    // Attributes that are no addresses: without this their values would have to look like one.
    ADD_URI_SAFE_ATTR: ['start', 'tabindex'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
  })

/** Markdown, shown block by block: while a text is `writing`, only its end is rendered again. */
export function Markdown(props: { text: string; writing?: boolean }) {
  const cut = createMemo<MarkdownBlocks>((before) => markdownBlocks(props.text, before))
  return (
    <div class="markdown" classList={{ writing: props.writing }}>
      <Index each={cut().blocks}>
        {(block, position) => (
          <Block text={block()} writing={(props.writing ?? false) && position === cut().blocks.length - 1} />
        )}
      </Index>
    </div>
  )
}

function Block(props: { text: string; writing: boolean }) {
  const code = createMemo(() => codeOf(props.text))
  const html = () => sanitised(blockHtml(props.writing ? mended(props.text) : props.text))
  return (
    <Show when={code()} fallback={<div class="markdown-block" innerHTML={html()} />}>
      {(shown) => <CodeBlock {...shown()} />}
    </Show>
  )
}

/** Code as it stands, in its own scrolling box, with a button to copy it. */
function CodeBlock(props: Code) {
  return (
    <div class="markdown-code">
      <div class="flex items-center justify-between h-8 pl-3.5 pr-1 text-xs text-faint">
        {props.language}
        <CopyButton text={props.code} label="Copy code" />
      </div>
      {/* Focusable because it scrolls. */}
      <pre tabindex="0">
        <code>{props.code}</code>
      </pre>
    </div>
  )
}

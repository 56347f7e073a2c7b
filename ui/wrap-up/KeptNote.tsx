import { createSignal } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Markdown } from '../kit/Markdown.tsx'
import { type ArtifactKind, artifacts } from './artifacts.ts'

/** Shows the text that a session ended with, as it is kept here. */
export function KeptNote(props: { kind: ArtifactKind; markdown: string }) {
  const [open, setOpen] = createSignal(false)
  const words = () => artifacts[props.kind]
  return (
    <>
      <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Show the {words().short}
      </Button>
      <Dialog
        open={open()}
        onOpenChange={setOpen}
        title={words().title}
        icon={words().icon}
        actions={
          <CopyButton text={props.markdown} small>
            {words().copy}
          </CopyButton>
        }
      >
        <Markdown text={props.markdown} />
      </Dialog>
    </>
  )
}

/** A turning ring of 14 px. It says nothing by itself: the control around it carries `aria-busy` or words. */
export function Spinner() {
  return (
    <span
      class="inline-block flex-none w-3.5 h-3.5 rounded-full border-2 border-current border-r-transparent animate-spin"
      aria-hidden="true"
    />
  )
}

/** A name and its value, in a description list of two columns. */
export function Pair(props: { name: string; value: string }) {
  return (
    <>
      <dt class="text-secondary">{props.name}</dt>
      <dd class="min-w-0 break-words">{props.value}</dd>
    </>
  )
}

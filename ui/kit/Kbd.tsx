import { showKeys } from './keys.ts'

/** A key combination such as `Mod+K`, as this machine writes it. */
export function Kbd(props: { keys: string; class?: string }) {
  return <kbd class={props.class}>{showKeys(props.keys)}</kbd>
}

import { Icon } from '../kit/Icon.tsx'

export function Brand() {
  return (
    <span class="flex items-center gap-2.5 h-9 px-2 font-heading font-bold text-lg leading-none tracking-[-.01em] text-heading">
      <span class="grid place-items-center w-5.5 h-5.5 rounded-7px bg-[linear-gradient(135deg,#60a5fa,#34d399)] text-[#0b1220]">
        <Icon name="plane" size={13} stroke={2.4} />
      </span>
      FlowPilot
    </span>
  )
}

import { Chip, type ChipTone } from '../kit/Chip.tsx'
import type { SessionStatus } from './sessions.ts'

export const statusLabels: Record<SessionStatus, string> = {
  active: 'Active',
  paused: 'Paused',
  resolved: 'Resolved',
  escalated: 'Escalated',
  abandoned: 'Abandoned',
}

const tones: Partial<Record<SessionStatus, ChipTone>> = { active: 'success', paused: 'warning' }

export function StatusChip(props: { status: SessionStatus }) {
  return <Chip tone={tones[props.status]}>{statusLabels[props.status]}</Chip>
}

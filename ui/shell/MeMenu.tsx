import { useNavigate } from '@solidjs/router'
import { messageOf } from '../api-problem.ts'
import { signOut } from '../auth/auth.ts'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../kit/Menu.tsx'
import { showToast } from '../kit/toast.tsx'
import { initials } from './initials.ts'
import { useMe } from './me.tsx'
import { chooseTheme, theme, themeChoices } from './theme.ts'

/** Who is signed in, with the theme and the way out behind it. */
export function MeMenu() {
  const me = useMe()
  const navigate = useNavigate()
  return (
    <div class="border-t border-line pt-1">
      <Menu
        placement="top-start"
        trigger_class="flex items-center gap-2.5 w-full p-2 rounded-md text-left hover:bg-card"
        trigger={
          <>
            <span
              aria-hidden="true"
              class="grid place-items-center flex-none w-7 h-7 rounded-full bg-elevated text-xs leading-none font-semibold"
            >
              {initials(me().user.name)}
            </span>
            <span class="min-w-0">
              <span class="block truncate">{me().user.name}</span>
              <span class="block truncate text-11.5px text-faint">{me().account.name}</span>
              <span class="sr-only">account menu</span>
            </span>
          </>
        }
      >
        <MenuChoice title="Theme" value={theme()} onChange={chooseTheme} choices={[...themeChoices]} />
        <MenuSeparator />
        <MenuItem icon="sliders" onSelect={() => navigate('/settings')}>
          Settings
        </MenuItem>
        <MenuItem
          icon="sign-out"
          onSelect={() => void signOut().catch((thrown) => showToast(messageOf(thrown), { tone: 'danger' }))}
        >
          Sign out
        </MenuItem>
      </Menu>
    </div>
  )
}

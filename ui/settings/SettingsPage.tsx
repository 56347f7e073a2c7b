import { For, type JSX, Show } from 'solid-js'
import { createAttempt } from '../attempt.ts'
import { signOut } from '../auth/auth.ts'
import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { useMe } from '../shell/me.tsx'
import { Page, PageBody } from '../shell/Page.tsx'
import { chooseTheme, theme, themeChoices } from '../shell/theme.ts'
import { KeepFactsSetting } from './KeepFactsSetting.tsx'
import { MembersAndInvitations } from './MembersAndInvitations.tsx'
import { Pair } from './Pair.tsx'
import { RetentionSetting } from './RetentionSetting.tsx'
import { SignInSettings } from './SignInSettings.tsx'
import { TicketSystem } from './TicketSystem.tsx'

export default function SettingsPage() {
  const me = useMe()
  const leaving = createAttempt()
  return (
    <Page title="Settings">
      <PageBody>
        <Block title="Account">
          <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-13px">
            <Pair name="Name" value={me().user.name} />
            <Pair name="E-mail" value={me().user.email} />
            <Pair name="Account" value={me().account.name} />
            <Pair name="Role" value={me().role} />
            <Pair name="AI" value={me().ai.practice ? 'Practice model: rehearsed cases, no live AI' : 'Connected'} />
          </dl>
        </Block>
        <Block title="Theme">
          <fieldset class="flex flex-wrap gap-2">
            <legend class="sr-only">Theme</legend>
            <For each={themeChoices}>
              {(choice) => (
                <label class="inline-flex items-center gap-2 h-9 px-3 rounded-md border border-line-hover text-13px cursor-pointer has-[:checked]:(border-accent bg-accent-dim) has-[:focus-visible]:(outline-2 outline-solid outline-accent outline-offset-1)">
                  <input
                    type="radio"
                    name="theme"
                    class="sr-only"
                    checked={theme() === choice.value}
                    onChange={() => chooseTheme(choice.value)}
                  />
                  <Icon name={choice.icon} />
                  {choice.label}
                </label>
              )}
            </For>
          </fieldset>
        </Block>
        <Block title="What we know">
          <KeepFactsSetting />
        </Block>
        <Block title="Ticket system">
          <TicketSystem />
        </Block>
        <Block title="Closed sessions">
          <RetentionSetting mayEdit={me().role === 'owner' || me().role === 'admin'} />
        </Block>
        <Show when={me().role === 'owner' || me().role === 'admin'}>
          <Block title="Members and invitations">
            <MembersAndInvitations />
          </Block>
        </Show>
        <Block title="Sign-in">
          <SignInSettings />
        </Block>
        <Block title="Sign out">
          <p class="text-13px text-secondary">
            Ends the sign-in in this browser and forgets what was typed here and not sent.
          </p>
          <div class="flex items-center gap-3">
            <Button icon="sign-out" loading={leaving.running()} onClick={() => leaving.attempt(signOut)}>
              Sign out
            </Button>
            <span role="alert" class="text-13px text-danger">
              {leaving.errorBeside([])}
            </span>
          </div>
        </Block>
      </PageBody>
    </Page>
  )
}

function Block(props: { title: string; children: JSX.Element }) {
  return (
    <section
      aria-label={props.title}
      class="grid grid-cols-[minmax(0,1fr)] gap-3 p-4 border border-line rounded-lg bg-card"
    >
      <h2 class="text-lg">{props.title}</h2>
      {props.children}
    </section>
  )
}

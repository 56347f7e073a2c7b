import { Navigate, Route, Router } from '@solidjs/router'
import { lazy, Suspense } from 'solid-js'
import { ToastRegion } from './kit/toast.tsx'
import { Shell } from './shell/Shell.tsx'

const SignInPage = lazy(() => import('./auth/SignInPage.tsx'))
const SignUpPage = lazy(() => import('./auth/SignUpPage.tsx'))
const InvitationPage = lazy(() => import('./auth/InvitationPage.tsx'))
const DashboardPage = lazy(() => import('./dashboard/DashboardPage.tsx'))
const PilotPage = lazy(() => import('./pilot/PilotPage.tsx'))
const SessionsPage = lazy(() => import('./sessions/SessionsPage.tsx'))
const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx'))
const NotFoundPage = lazy(() => import('./shell/NotFoundPage.tsx'))

/** The old address of a session leads to the new one, with its id and query. */
const ToPilot = () => (
  <Navigate
    href={({ location }) => location.pathname.replace(/^\/assistant/, '/pilot') + location.search + location.hash}
  />
)

export function AppRouter() {
  return (
    <Router
      root={(props) => (
        <>
          <Suspense>{props.children}</Suspense>
          <ToastRegion />
        </>
      )}
    >
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/sign-up" component={SignUpPage} />
      <Route path="/invitations/:id" component={InvitationPage} />
      <Route path="/assistant/:sessionId?" component={ToPilot} />
      <Route component={Shell}>
        <Route path="/" component={DashboardPage} />
        <Route path="/pilot/:sessionId?" component={PilotPage} />
        <Route path="/sessions" component={SessionsPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route path="*" component={NotFoundPage} />
      </Route>
    </Router>
  )
}

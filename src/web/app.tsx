import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { permissions } from '../domain/permissions.js'
import { SessionContext, may, useSessionQuery, type Session } from './data/session.js'
import { Boundary } from './parts/boundary.js'
import { Page } from './parts/page.js'
import { Empty, ErrorBox, Skeleton } from './parts/states.js'
import { places, type Place } from './places.js'
import { Shell } from './shell/shell.js'
import { SignIn } from './shell/sign-in.js'

/** Loaded when an address has no page. */
const NotFound = lazy(async () => ({
  default: (await import('./shell/not-found.js')).NotFound
}))

/** The pages behind their session: signing in first, then the shell with one page in it. */
export function App() {
  const session = useSessionQuery()
  if (session.data === null) return <SignIn />
  if (session.data === undefined) {
    return (
      <div className="page">
        {session.isError ? (
          <ErrorBox error={session.error} retry={() => void session.refetch()} />
        ) : (
          <Skeleton />
        )}
      </div>
    )
  }
  return (
    <SessionContext value={session.data}>
      <Shell>
        <Pages session={session.data} />
      </Shell>
    </SessionContext>
  )
}

function Pages({ session }: { session: Session }) {
  return (
    <Boundary>
      <Suspense
        fallback={
          <div className="page">
            <Skeleton />
          </div>
        }
      >
        <Switch>
          <Route path="/">
            <Redirect to={may(session, 'overview') ? '/overview' : '/ask'} replace />
          </Route>
          {places.map((place) => (
            <Route key={place.path} path={place.path}>
              {may(session, place.needs) ? <place.Page /> : <NotForYou place={place} />}
            </Route>
          ))}
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </Boundary>
  )
}

function NotForYou({ place }: { place: Place }) {
  return (
    <Page title={place.name ?? 'Not for you'}>
      <Empty title={`This page is for the role ${permissions[place.needs]} and above`}>
        An admin can make a key with that role on the page Keys.
      </Empty>
    </Page>
  )
}

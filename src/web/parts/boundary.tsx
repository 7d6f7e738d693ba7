import { Component, type ReactNode } from 'react'
import { ErrorBox } from './states.js'

/** Catches what a page throws while it draws, so that the navigation stays. */
// React knows error boundaries only as classes.
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <div className="page">
        <ErrorBox
          error={this.state.error}
          retry={() => {
            window.location.reload()
          }}
        />
      </div>
    )
  }
}

import { Button } from '../parts/button.js'
import { ErrorBox } from '../parts/states.js'
import type { Desk } from './use-desk.js'

/** Why a decision was refused; after a conflict it can be taken on the insight as it is now. */
export function DeskError(props: { desk: Desk }) {
  const { desk } = props
  const { doing } = desk
  const now = desk.full.data?.insight
  if (!desk.decide.isError || doing === null) return null
  const newer = desk.conflict && now !== undefined && now.version !== doing.seen.version
  return (
    <div className="stack">
      <ErrorBox error={desk.decide.error} />
      {newer && (
        <Button
          onClick={() => {
            desk.decide.reset()
            desk.setDoing({ ...doing, seen: { insight: now.id, version: now.version } })
          }}
        >
          I have seen version {now.version}; keep what I wrote
        </Button>
      )}
    </div>
  )
}

import { useAddress } from '../data/address.js'
import { useMay } from '../data/session.js'
import { Page } from '../parts/page.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/lists.css'
import { CloseEpoch } from './close-epoch.js'
import { EpochDifference } from './epoch-difference.js'
import { EpochLine } from './epoch-line.js'
import { LearnedOrder } from './learned-order.js'
import type { Epoch } from './epochs-documents.js'
import { useEpochs } from './use-epochs.js'

/** The generations of the memory on a line; two of them compared. */
export function EpochsPage() {
  const close = useMay('closeEpoch')
  const epochs = useEpochs()
  return (
    <Page
      title="Epochs"
      lead="Each epoch keeps which insights were in force at its end. Choose two to see what changed."
      actions={close && <CloseEpoch />}
    >
      <Async query={epochs} lines={5}>
        {(all) => <Epochs epochs={all} />}
      </Async>
      {/* What stands below waits for what stands above: nothing moves when that comes. */}
      {!epochs.isPending && <LearnedOrder />}
    </Page>
  )
}

function Epochs({ epochs }: { epochs: readonly Epoch[] }) {
  const { get, set } = useAddress()
  const last = epochs.at(-1)
  if (last === undefined) {
    return <Empty title="No epoch yet">The first opens when the first insight is approved.</Empty>
  }
  const number = (name: string, otherwise: number) => {
    const said = Number(get(name))
    return epochs.some((epoch) => epoch.number === said) ? said : otherwise
  }
  const to = number('to', last.number)
  const from = number('from', epochs.at(-2)?.number ?? last.number)
  const choose = (one: number) => {
    // The one chosen last becomes the end, the one before it the beginning.
    const [a, b] = [to, one].sort((x, y) => x - y)
    if (one !== to && one !== from) set({ from: String(a), to: String(b) })
  }
  return (
    <>
      <EpochLine epochs={epochs} chosen={[from, to]} onChoose={choose} />
      {from === to ? (
        <p className="muted">
          There is nothing to compare yet: epoch {to} is the only one. Closing it opens the next.
        </p>
      ) : (
        <EpochDifference
          from={from}
          to={to}
          closed={epochs.find((e) => e.number === from)?.state === 'closed'}
        />
      )}
    </>
  )
}

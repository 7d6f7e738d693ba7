import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'

/** Beyond this many rows only those in sight are made. */
export const virtualFrom = 200

interface RowsProps<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly row: (item: T, index: number) => ReactNode
  /** What the list is, for screen readers. */
  readonly name: string
  /** Height of a row before it is measured, in pixels. */
  readonly estimate?: number
  /** The row to keep in sight. */
  readonly current?: number
}

/** A list of rows in a box that scrolls; virtual where it is long. */
export function Rows<T>(props: RowsProps<T>) {
  return props.items.length > virtualFrom ? <VirtualRows {...props} /> : <PlainRows {...props} />
}

function PlainRows<T>(props: RowsProps<T>) {
  const list = useRef<HTMLUListElement>(null)
  const { current } = props
  useEffect(() => {
    if (current !== undefined) list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <ul className="rows" aria-label={props.name} ref={list}>
      {props.items.map((item, index) => (
        <li key={props.keyOf(item)}>{props.row(item, index)}</li>
      ))}
    </ul>
  )
}

function VirtualRows<T>(props: RowsProps<T>) {
  const box = useRef<HTMLDivElement>(null)
  const { items, keyOf, current } = props
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.estimate ?? 44,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: 12
  })
  useEffect(() => {
    if (current !== undefined && current >= 0) virtual.scrollToIndex(current)
  }, [current, virtual])
  return (
    <div className="rows-box" ref={box} tabIndex={0} role="region" aria-label={props.name}>
      <ul className="rows" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{
                position: 'absolute',
                insetInline: 0,
                transform: `translateY(${String(start)}px)`
              }}
            >
              {props.row(item, index)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

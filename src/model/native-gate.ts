/**
 * onnxruntime-node takes the whole process down when its thread is ended in the middle of native
 * code. The gate lets a process that exits wait for that code to come back: a thread is inside
 * from its start (it loads the model) until it leaves, and may not enter once the gate is shut.
 */
export type NativeGate = Int32Array<SharedArrayBuffer>

const inside = 0
const shut = 1

/** Native code that takes longer is not waited for. */
const patienceMs = 3000

export function createNativeGate(): NativeGate {
  const gate = new Int32Array(new SharedArrayBuffer(8))
  gate[inside] = 1
  return gate
}

/** In the thread, before native code; false: the process is about to end, begin nothing. */
export function enterNative(gate: NativeGate): boolean {
  Atomics.store(gate, inside, 1)
  if (Atomics.load(gate, shut) === 0) return true
  leaveNative(gate)
  return false
}

/** In the thread after native code, or for a thread that died. */
export function leaveNative(gate: NativeGate): void {
  Atomics.store(gate, inside, 0)
  Atomics.notify(gate, inside)
}

/** In the process, as the last thing it does: blocks until the thread is outside. */
export function shutAndWait(gate: NativeGate): void {
  Atomics.store(gate, shut, 1)
  Atomics.wait(gate, inside, 1, patienceMs)
}

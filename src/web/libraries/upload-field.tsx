import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { failureOf, reach, replyOf } from '../data/ask.js'
import { ErrorBox } from '../parts/states.js'
import type { AddForm } from './add-form.js'

/** An archive from this computer. It is sent at once, and kept a week at most. */
export function UploadField(props: {
  form: AddForm
  onChange: (changes: Partial<AddForm>) => void
}) {
  const { form, onChange } = props
  const id = useId()
  const send = useMutation({
    mutationFn: uploaded,
    onSuccess: (upload, file) => {
      onChange({ upload, file: file.name })
    }
  })
  return (
    <div className="field">
      <label htmlFor={id}>Archive</label>
      <input
        id={id}
        type="file"
        accept=".zip,.whl,.tgz,.gz,.tar"
        aria-describedby={`${id}-hint`}
        disabled={send.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file === undefined) return
          onChange({ upload: '', file: '' })
          send.mutate(file)
        }}
      />
      <p className="hint" id={`${id}-hint`} role="status">
        {send.isPending
          ? 'Sending…'
          : form.upload === ''
            ? 'A package or a folder of documentation as .zip, .whl, .tar.gz or .tgz, up to 100 MB. It is unpacked and read, never run.'
            : `${form.file} is here.`}
      </p>
      {send.isError && <ErrorBox error={send.error} />}
    </div>
  )
}

/** @returns the source that the archive is from now on @throws AskError */
async function uploaded(file: File): Promise<string> {
  const response = await reach(`/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: file
  })
  if (!response.ok) throw failureOf((await replyOf(response)).errors?.[0], response.status)
  return ((await response.json()) as { source: string }).source
}

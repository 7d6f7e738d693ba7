import { Select, TextField } from '../parts/field.js'
import { Segments } from '../parts/segments.js'
import { readerWords } from './add-documents.js'
import { places, type AddForm } from './add-form.js'
import { FolderPicker } from './folder-picker.js'
import { UploadField } from './upload-field.js'

interface Fields {
  readonly form: AddForm
  readonly onChange: (changes: Partial<AddForm>) => void
}

/** Where it comes from, and what it is. */
export function AddFields(props: Fields) {
  const { form, onChange } = props
  return (
    <>
      <Segments
        name="Where it comes from"
        value={form.place}
        options={places}
        onChange={(place) => {
          onChange({ place })
        }}
      />
      {form.place === 'registry' && <Registry {...props} />}
      {form.place === 'upload' && <UploadField {...props} />}
      {form.place === 'folder' && <FolderPicker {...props} />}
      {form.place !== 'registry' && <Unsaid {...props} />}
    </>
  )
}

function Registry({ form, onChange }: Fields) {
  const npm = form.ecosystem === 'npm'
  return (
    <div className="add-registry">
      <TextField
        label="Package"
        required
        autoFocus
        value={form.package}
        placeholder={npm ? 'express' : 'requests'}
        onChange={(event) => {
          onChange({ package: event.target.value })
        }}
      />
      <Select
        label="Registry"
        value={form.ecosystem}
        options={[
          ['npm', 'npm'],
          ['pypi', 'PyPI (Python)']
        ]}
        onChange={(event) => {
          onChange({ ecosystem: event.target.value === 'npm' ? 'npm' : 'pypi' })
        }}
      />
      <TextField
        label="Version"
        value={form.packageVersion}
        placeholder="the newest"
        onChange={(event) => {
          onChange({ packageVersion: event.target.value })
        }}
      />
    </div>
  )
}

/** What a source may leave unsaid; closed until somebody needs it. */
function Unsaid({ form, onChange }: Fields) {
  const field = (name: 'name' | 'version', label: string) => (
    <TextField
      label={label}
      value={form[name]}
      placeholder="as it says itself"
      onChange={(event) => {
        onChange({ [name]: event.target.value })
      }}
    />
  )
  const given = form.reader !== '' || form.name !== '' || form.version !== ''
  return (
    <details open={given}>
      <summary className="small">Reader, name and version</summary>
      <div className="add-registry unsaid">
        <Select
          label="Read it as"
          value={form.reader}
          options={[['', 'What fits'], ...Object.entries(readerWords)]}
          onChange={(event) => {
            onChange({ reader: event.target.value })
          }}
        />
        {field('name', 'Name')}
        {field('version', 'Version')}
      </div>
    </details>
  )
}

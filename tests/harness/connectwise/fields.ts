type Tree = { [name: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at `status/id`; undefined where there is none. */
export function valueAt(record: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((value, name) => (isTree(value) ? value[name] : undefined), record)
}

/** The record with only these properties, and of `status/id` only the id; names that it lacks are passed over. */
export function onlyFields(record: unknown, fields: string): Tree {
  const picked: Tree = {}
  for (const path of fields.split(',').map((field) => field.trim())) {
    const value = valueAt(record, path)
    if (value !== undefined) put(picked, path.split('/'), value)
  }
  return picked
}

function put(tree: Tree, [name = '', ...rest]: string[], value: unknown) {
  if (rest.length === 0) {
    tree[name] = value
    return
  }
  const below = tree[name]
  const branch = isTree(below) ? { ...below } : {}
  put(branch, rest, value)
  tree[name] = branch
}

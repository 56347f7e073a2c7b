type Sums = {
  calls: number
  input_tokens: number | null
  output_tokens: number | null
  cache_creation_input_tokens: number | null
  cache_read_input_tokens: number | null
  cost_cents: number | null
}
type UsageRow = Sums & { purpose: string; model: string }
type Total = Sums & { cache_share: number | null }

/** Adds the calls up: in all, by purpose and by model. */
export function addUp(rows: UsageRow[]): {
  totals: Total
  by_purpose: (Total & { purpose: string })[]
  by_model: (Total & { model: string })[]
} {
  return {
    totals: totalOf(rows),
    by_purpose: [...Map.groupBy(rows, (row) => row.purpose)].map(([purpose, group]) => ({
      purpose,
      ...totalOf(group),
    })),
    by_model: [...Map.groupBy(rows, (row) => row.model)].map(([model, group]) => ({ model, ...totalOf(group) })),
  }
}

function totalOf(rows: UsageRow[]): Total {
  const total = {
    calls: rows.reduce((sum, { calls }) => sum + calls, 0),
    input_tokens: add(rows, 'input_tokens'),
    output_tokens: add(rows, 'output_tokens'),
    cache_creation_input_tokens: add(rows, 'cache_creation_input_tokens'),
    cache_read_input_tokens: add(rows, 'cache_read_input_tokens'),
    cost_cents: add(rows, 'cost_cents'),
  }
  return { ...total, cache_share: cacheShare(total) }
}

/** The part of all prompt tokens that was read from the cache, 0 to 1; null while nothing was counted. */
function cacheShare({ input_tokens, cache_creation_input_tokens, cache_read_input_tokens }: Sums): number | null {
  const prompt = (input_tokens ?? 0) + (cache_creation_input_tokens ?? 0) + (cache_read_input_tokens ?? 0)
  return prompt > 0 && cache_read_input_tokens !== null ? cache_read_input_tokens / prompt : null
}

// A sum in which nothing was known stays unknown.
function add(rows: UsageRow[], key: Exclude<keyof Sums, 'calls'>): number | null {
  const known = rows.flatMap((row) => row[key] ?? [])
  return known.length ? known.reduce((sum, value) => sum + value, 0) : null
}

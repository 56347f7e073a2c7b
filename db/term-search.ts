import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** A table of terms, and its column with the id of what they are the terms of. */
export type Terms = { table: 'session_terms'; id: 'session_id' } | { table: 'ticket_terms'; id: 'ticket_id' }

/** So many rows are looked up one by one; what more rows than that hold is met soon by reading the newest first. */
const few = 1000
/** So many trigrams of a search are counted, those with marks and digits first: they are the rare ones. */
const most_terms = 10

/**
 * The ids of the rows that may hold these words, as an array for `= any(…)`: by the rarest of the words' trigrams where
 * few rows have it, else `newestFirst`, a query for one page of ids. Either way the rows have to be compared with the
 * words again. A word of less than three letters has no trigram.
 */
export function idsByTerms({ table, id }: Terms, account_id: string, words: string[], newestFirst: SQL): SQL {
  const terms = sql.identifier(table)
  // An array and no subquery: PostgreSQL expects few of it, and looks each up instead of reading all rows.
  return sql`array(
    with wanted as materialized (
      select term, (
        select count(*) from (
          select from ${terms} held where held.account_id = ${account_id} and held.term = searched.term limit ${few + 1}
        ) as counted
      ) as holders
      from (select term from search_terms(${words.join(' ')}) order by term limit ${most_terms}) as searched
    ), rarest as materialized (select term, holders from wanted order by holders limit 1)
    select held.${sql.identifier(id)} as id
    from rarest join ${terms} held on held.account_id = ${account_id} and held.term = rarest.term
    where rarest.holders <= ${few}
    union all
    select id from (${newestFirst}) as newest where coalesce((select holders > ${few} from rarest), true)
  )`
}

/** What somebody searches for, word by word. */
export const wordsOf = (text: string | undefined): string[] => text?.split(/\s+/).filter((word) => word !== '') ?? []

/**
 * Whether a text holds a word, in any case. Not by `ilike`: that row-level security keeps its statistics from the planner,
 * who then expects hardly a match and reads all rows to sort them.
 */
export const holdsWord = (text: SQLWrapper, word: string): SQL => sql`strpos(lower(${text}), lower(${word})) > 0`

import type { Answers, RecordedAssociation } from '#read/publication/public-statement.ts'
import { acrossOf, acrossWith, type Part } from '#ui/part.ts'

/** The part of a record's associations that a URL asks for: so many that what they think of all positions is one table. */
export const answersPart = ({ overview, each }: Answers, query: URLSearchParams): Part<RecordedAssociation> =>
	overview === null ? acrossOf(each, query) : acrossWith(each, overview.associations, query)

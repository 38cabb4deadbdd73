import { LISTED_AT_ONCE } from '#domain/amendment/consensus-list.ts'
import { ASSOCIATION, idOf, OF_COALITION, OF_STATEMENT, SEAT, SENTENCE } from './enlarged-rows.ts'

/** Texts to which somebody has put an amendment forward. */
const AMENDED = `${OF_COALITION} AND EXISTS (SELECT 1 FROM amendment WHERE amendment.statement_id = statement.id)`

/** Amendments to every text that has any: each to a block of its own, of those that were added; and as many as can be are on the text's lists. */
export function amendmentsTo(now: number): string[] {
	const [amendment, version, block] = [idOf('a3e', OF_STATEMENT), idOf('a3f', OF_STATEMENT), idOf('b10', OF_STATEMENT)]
	const from = `FROM counted, statement WHERE ${AMENDED}`
	const association = `(SELECT association_id FROM amendment WHERE statement_id = statement.id LIMIT 1)`
	const content = `json_object('kind', 'paragraph', 'text', '${SENTENCE.repeat(3)}' || n || ' till och med 2030.')`
	return [
		`INSERT INTO amendment_version (id, amendment_id, statement_id, seen, wanted, reason, touches, reach, person_id, at)
			SELECT ${version}, ${amendment}, statement.id, json_array(json_object('blockId', ${block}, 'id', ${block})),
				json_array(json_object('blockId', ${block}, 'content', ${content})), '${SENTENCE}', json_array(${block}), 20, '', ${now} ${from}`,
		`INSERT INTO amendment (id, statement_id, number, association_id, person_id, state, version_id, at, put_forward_at)
			SELECT ${amendment}, statement.id, 1000 + n, ${association}, '', 'open', ${version}, ${now}, ${now} ${from}`,
		`INSERT INTO consensus_item (list_id, amendment_id, version_id, ordinal)
			SELECT consensus_list.id, ${amendment}, ${version}, 1000 + n
			FROM counted, statement JOIN consensus_list ON consensus_list.statement_id = statement.id WHERE n < ${LISTED_AT_ONCE} AND statement.${AMENDED}`,
	]
}

/** The new associations are among those asked about every list, and every third has answered, and objects; they join every amendment that stood before. */
export const answersToLists = (now: number) => [
	`UPDATE consensus_list SET electorate = (SELECT json_group_array(json(value)) FROM (
		SELECT value FROM json_each(electorate) UNION ALL SELECT json_object('associationId', association.id, 'name', name, 'area', area)
			FROM counted JOIN association ON association.id = ${ASSOCIATION})) WHERE ${OF_COALITION}`,
	`INSERT INTO consensus_answer (list_id, association_id, objections, seat_id, at)
		SELECT consensus_list.id, ${ASSOCIATION}, (SELECT json_group_array(json_object('amendmentId', amendment_id, 'reason', '${SENTENCE}'))
			FROM consensus_item WHERE list_id = consensus_list.id AND ordinal = 0), ${SEAT}, ${now}
		FROM counted, consensus_list WHERE ${OF_COALITION} AND n % 3 = 0`,
	`INSERT INTO amendment_join (amendment_id, association_id, version_id, at)
		SELECT amendment.id, ${ASSOCIATION}, version_id, ${now} FROM counted, amendment
			JOIN statement ON statement.id = amendment.statement_id WHERE ${OF_COALITION} AND state = 'open' AND number < 1000`,
]

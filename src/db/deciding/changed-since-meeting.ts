import * as z from 'zod'
import { json } from '#db/rows.ts'
import { CHANGED_SINCE } from '#domain/deciding/meeting.ts'
import { TEXT_FACTS } from '#domain/statement/text-history.ts'

/** Between the day of the meeting that `ballot` was entered from, in UTC, and when it was entered. */
const SINCE = `act.at <= ballot.opens_at AND date(act.at / 1000, 'unixepoch') > ballot.held_on`

const TEXT_TYPES = [...TEXT_FACTS, 'titleChanged'].map((type) => `'${type}'`).join(', ')

/** Whether such a fact says other words in these fields than the one before it in its stream. */
const differs = (stream: string, types: readonly [first: string, changed: string], fields: readonly string[]) => {
	const told = (event: string) => `json_array(${fields.map((field) => `${event}.payload ->> '$.${field}'`).join(', ')})`
	return `EXISTS (SELECT 1 FROM event AS changed JOIN act ON act.id = changed.act_id
		WHERE changed.stream = ${stream} AND changed.type = '${types[1]}' AND ${SINCE}
			AND ${told('changed')} IS NOT (SELECT ${told('former')} FROM event AS former WHERE former.stream = changed.stream
				AND former.seq < changed.seq AND former.type IN ('${types[0]}', '${types[1]}') ORDER BY former.seq DESC LIMIT 1))`
}

/** What of it changed after the meeting that `ballot` was entered from, and before it was entered: a JSON array. */
export const CHANGED_SINCE_MEETING = `(SELECT json_group_array(what) FROM (
	SELECT 'text' AS what WHERE EXISTS (SELECT 1 FROM event JOIN act ON act.id = event.act_id
		WHERE event.statement_id = ballot.statement_id AND event.type IN (${TEXT_TYPES}) AND ${SINCE})
	UNION ALL SELECT 'inquiry' WHERE ${differs(
		`(SELECT 'inquiry:' || inquiry_id FROM statement WHERE id = ballot.statement_id)`,
		['inquiryReceived', 'inquiryChanged'],
		['facts.title', 'facts.sender', 'facts.references'],
	)}
	UNION ALL SELECT 'coalition' WHERE ${differs(
		`'coalition:' || ballot.coalition_id`,
		['coalitionCreated', 'coalitionChanged'],
		['settings.name', 'settings.seriesPrefix'],
	)}))`

export const changedSince = json(z.array(z.enum(CHANGED_SINCE)))

import type { InStatement } from '@libsql/client/web'
import type { StoredEvent } from '#domain/event.ts'
import { amendmentProjections } from './amendment/project.ts'
import { consensusProjections } from './amendment/project-consensus.ts'
import { statementOf } from './client.ts'
import { coalitionProjections } from './coalition/project.ts'
import { topicProjections } from './coalition/project-topics.ts'
import { commentProjections } from './comment/project.ts'
import { decidingProjections } from './deciding/project.ts'
import { inquiryProjections } from './inquiry/project-inquiry.ts'
import { noticeProjections } from './inquiry/project-notice.ts'
import { positionProjections } from './position/project.ts'
import type { Projections, Runnable } from './projection.ts'
import { publicationProjections } from './publication/project.ts'
import { addendumProjections } from './publication/project-addenda.ts'
import { documentProjections } from './statement/project.ts'

const projections: Required<Projections> = {
	...coalitionProjections,
	...topicProjections,
	...noticeProjections,
	...inquiryProjections,
	...documentProjections,
	...positionProjections,
	...decidingProjections,
	...publicationProjections,
	...addendumProjections,
	...commentProjections,
	...amendmentProjections,
	...consensusProjections,
}

/** The statements that bring the tables pages read up to date with an event. Only these write those tables. */
export function project(event: StoredEvent): InStatement[] {
	const apply = projections[event.type] as (event: StoredEvent) => readonly Runnable[]
	return apply(event).map(statementOf)
}

/** The tables that `project` keeps, in no order: emptied before a rebuild. Papers of secret ballots are not among them. */
export const PROJECTED = [
	'coalition',
	'association',
	'seat',
	'told_by_hand',
	'topic',
	'statement_topic',
	'notice',
	'file',
	'inquiry',
	'due_date',
	'statement',
	'block',
	'block_version',
	'revision',
	'stance',
	'dispatch',
	'ballot',
	'elector',
	'vote',
	'turnout',
	'contest',
	'signoff',
	'publication',
	'redaction',
	'response',
	'reply',
	'adopted_position',
	'archive_entry',
	'decision_document',
	'position_outcome',
	'expected_outcome',
	'addendum',
	'addendum_answer',
	'older_statement',
	'older_contest',
	'withheld_contest',
	'block_source',
	'position_sorting',
	'position_group',
	'likeness_meant',
	'standard_text',
	'comment_agreement',
	'comment_thread',
	'comment',
	'answers_read',
	'amendment',
	'amendment_version',
	'amendment_join',
	'amendment_merge',
	'consensus_list',
	'consensus_item',
	'consensus_answer',
] as const

import { shownAs } from '#features/amendment/merging-fields.tsx'
import { routes } from '#routes'
import { amendmentFor } from './access-amendments.ts'
import { LIST_FORMS } from './access-lists.ts'
import type { Place } from './access-place.ts'
import type { Fields } from './app.ts'

/** What could be sent to each route about amendments that takes a form. */
export const AMENDMENT_FORMS: Readonly<Record<string, (place: Place, attempt: number) => Fields>> = {
	[routes.amendments]: ({ association }, attempt) => ({
		as: association,
		way: 'position',
		seen: '',
		text: `Kommunen ska betala resor, ${attempt}.`,
		reason: 'Utan resor kommer ingen.',
		confirmed: '1',
	}),
	[routes.amendmentsInText]: ({ association }, attempt) => ({
		as: association,
		seen: '',
		written: '',
		text: `Kommunen ska också betala maten, ${attempt}.`,
		'reason-new': 'Möten är långa.',
		confirmed: '1',
	}),
	[routes.amendmentForwarding]: ({ amendments }, attempt) => ({
		versionId: amendmentFor(routes.amendmentForwarding, amendments, attempt).version,
	}),
	[routes.amendmentWording]: ({ amendments }, attempt) => ({
		versionId: amendmentFor(routes.amendmentWording, amendments, attempt).version,
		way: 'position',
		seen: '',
		text: 'Regionen ska betala resor.',
		reason: 'Regionen har pengarna.',
		confirmed: '1',
	}),
	[routes.amendmentWithdrawal]: () => ({}),
	[routes.amendmentJoinings]: ({ association, amendments }, attempt) => ({
		associationId: association,
		versionId: amendmentFor(routes.amendmentJoinings, amendments, attempt).version,
	}),
	[routes.amendmentLeavings]: ({ association }) => ({ associationId: association }),
	[routes.amendmentDecision]: ({ amendments }, attempt) => ({
		versionId: amendmentFor(routes.amendmentDecision, amendments, attempt).version,
		outcome: 'rejected',
		note: 'För dyrt.',
	}),
	[routes.amendmentBallots]: ({ amendments }, attempt) => ({
		versionId: amendmentFor(routes.amendmentBallots, amendments, attempt).version,
		against: 'alone',
		closesOn: '2026-12-20',
		closesTime: '20:00',
		urgent: '',
	}),
	[routes.amendmentReopening]: () => ({}),
	[routes.amendmentMerging]: ({ amendments }, attempt) => {
		const { id, version } = amendmentFor(routes.amendmentMerging, amendments, attempt)
		const shown = shownAs([{ versionId: version }], {})
		return { 'chosen[]': [`${id} ${version}`], seen: '', shown, note: '', save: '1' }
	},
	[routes.mergingUndoing]: () => ({}),
	[routes.consensusLists]: ({ lists }, attempt) => LIST_FORMS[routes.consensusLists](lists, attempt),
	[routes.consensusAnswers]: ({ lists, association }, attempt) =>
		LIST_FORMS[routes.consensusAnswers](lists, attempt, association),
	[routes.consensusCancellation]: LIST_FORMS[routes.consensusCancellation],
}

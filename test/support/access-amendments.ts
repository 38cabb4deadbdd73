import type { AmendmentId, AssociationId, PersonId, StatementId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { decideAmendment, joinAmendment, proposeAmendment } from '#usecases/amendment/amendment.ts'
import { mergeAmendments } from '#usecases/amendment/merging.ts'
import { mergingNow, newPosition, versionNow } from './amending.ts'
import { granted, type World } from './world.ts'

type Made = { readonly id: AmendmentId; readonly version: string }

/** Amendments to the draft: of each kind one for each who might use one up, first by forms and then by programs. */
export type AccessAmendments = {
	/** Of the callers' association; the first of three waits there, of its contributor. */
	readonly own: readonly Made[]
	readonly taken: readonly Made[]
	readonly prepared: readonly Made[]
	/** Of another, open; joined; to be decided; decided. */
	readonly others: readonly Made[]
	readonly joined: readonly Made[]
	readonly undecided: readonly Made[]
	readonly decided: readonly Made[]
	/** Of another text: to be put to a ballot. */
	readonly toVoteOn: readonly Made[]
	/** To be put into the text; and the acts that put some there, which can be undone. */
	readonly mergeable: readonly Made[]
	readonly mergings: readonly string[]
}

type Speaker = { readonly associationId: AssociationId; readonly delegate: PersonId }

export async function makeAmendments(
	world: World,
	{ draft: statementId, amended }: { readonly draft: StatementId; readonly amended: StatementId },
	people: Readonly<Record<Role, PersonId>>,
	association: AssociationId,
	other: Speaker,
): Promise<AccessAmendments> {
	const { deps } = world
	const order = <Command>(person: PersonId, command: Command) => world.order(person, command, undefined, DEMO_SLUG)
	let made = 0
	const propose = async (person: PersonId, associationId: AssociationId, on = statementId): Promise<Made> => {
		made += 1
		const command = { statementId: on, associationId, ...newPosition(`Ny ståndpunkt ${made}.`) }
		const { amendmentId: id } = granted(await proposeAmendment(deps, order(person, command))).value
		return { id, version: await versionNow(world, id) }
	}
	const several = async (count: number, make: (index: number) => Promise<Made>) => {
		const all: Made[] = []
		for (let index = 0; index < count; index += 1) all.push(await make(index))
		return all
	}
	const own = (index: number) => propose(index % 3 === 0 ? people.contributor : people.delegate, association)
	const others = () => propose(other.delegate, other.associationId)
	const mergings = async () => {
		const acts: string[] = []
		for (const { id: amendmentId, version } of await several(4, others)) {
			const chosen = [{ amendmentId, versionId: version as never }]
			const command = { statementId, chosen, seen: [], choices: {}, note: '', letGo: false }
			granted(await mergeAmendments(deps, order(people.chair, command)))
			acts.push(await mergingNow(world))
		}
		return acts
	}
	return {
		others: await several(4, others),
		own: await several(6, own),
		taken: await several(6, own),
		prepared: await several(4, () => propose(people.contributor, association)),
		joined: await several(4, async () => {
			const one = await others()
			const command = { statementId, amendmentId: one.id, versionId: one.version as never, associationId: association }
			granted(await joinAmendment(deps, order(people.delegate, command)))
			return one
		}),
		undecided: await several(4, others),
		toVoteOn: await several(4, () => propose(other.delegate, other.associationId, amended)),
		mergeable: await several(4, others),
		mergings: await mergings(),
		decided: await several(4, async () => {
			const one = await others()
			const command = {
				statementId,
				amendmentId: one.id,
				versionId: one.version as never,
				outcome: 'adopted',
				note: '',
			} as const
			granted(await decideAmendment(deps, order(people.chair, command)))
			return one
		}),
	}
}

/** Which kind a route about one is for. */
const KINDS: Readonly<Record<string, keyof AccessAmendments>> = {
	forwarding: 'prepared',
	wording: 'own',
	wordings: 'own',
	withdrawal: 'taken',
	joinings: 'others',
	leavings: 'joined',
	decision: 'undecided',
	ballots: 'toVoteOn',
	reopening: 'decided',
	merging: 'mergeable',
	mergings: 'mergeable',
}

/** The amendment that a route is tried on. Programs begin at the third try, with those that forms leave. */
export function amendmentFor(path: string, amendments: AccessAmendments, attempt: number): Made {
	const last =
		path
			.replace(/\/new$/, '')
			.split('/')
			.at(-1) ?? ''
	// What stands last may be any id that somebody makes up.
	const kind = Object.hasOwn(KINDS, last) ? KINDS[last] : undefined
	const some = kind === undefined || kind === 'mergings' ? amendments.others : amendments[kind]
	const turn = path.startsWith('/api') ? attempt - 2 + some.length / 2 : attempt
	const made = some[turn % some.length] ?? some[0]
	if (!made) throw new Error(`there is no amendment for ${path}`)
	return made
}

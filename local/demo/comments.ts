import type { AssociationId, CommentId, Instant, PersonId, StatementId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { makeComment, replyToComment, resolveComment } from '#usecases/comment/comment.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { granted, HOUR, type Making, positionsIn } from './making.ts'

/** Somebody who comments, and for whom; null: for the coalition. */
type Voice = { readonly person: PersonId; readonly associationId: AssociationId | null }

type Voices = {
	readonly chair: Voice
	readonly secretary: Voice
	readonly attention: Voice
	readonly anbo: Voice
	readonly fountainHouse: Voice
	readonly shedo: Voice
}

type Commenting = Making & { readonly statementId: StatementId }

/** What is said about the text that is in consultation: one comment heeded and answered, one talked about, one just in. */
export async function seedComments(making: Commenting, voices: Voices, since: Instant): Promise<void> {
	const { at } = making
	const { chair, secretary, attention, anbo, fountainHouse, shedo } = voices
	const positions = await positionsIn(making, making.statementId)
	const [council, fees] = positions

	at(since + 14 * HOUR)
	const often = await comment(
		making,
		anbo,
		council,
		'Fyra gånger om året räcker inte i de största kommunerna. Kan vi skriva ”minst fyra gånger om året, och oftare där det behövs”?',
	)
	at(since + 19 * HOUR)
	await reply(
		making,
		fountainHouse,
		often,
		'Vi håller med. Tänk också på tiderna: många av oss har svårt att komma före klockan tio.',
	)
	at(since + 22 * HOUR)
	const money = await comment(
		making,
		attention,
		fees,
		'Bra att arvode och resor är med. Flera av våra medlemmar behöver också en ledsagare för att kunna delta. Ska det stå här?',
	)
	at(since + 38 * HOUR)
	await reply(making, chair, money, 'Har ni något exempel på vad det kostar i dag, och vem som betalar?')
	at(since + 43 * HOUR)
	if (council?.content.kind === 'position') {
		const text = 'Varje kommun ska ha ett brukarråd som träffas minst fyra gånger om året, och oftare där det behövs.'
		const content = { kind: 'position', text } as const
		const edit = { do: 'edit', blockId: council.blockId, basedOn: council.id, content } as const
		granted(await editDocument(making.deps, making.order(secretary.person, { statementId: making.statementId, edit })))
	}
	at(since + 44 * HOUR)
	await answer(
		making,
		secretary,
		{ thread: often, seen: 2 },
		'Vi har skrivit in det. Tiderna för mötena tar vi upp i svaret på frågan om hur råden ska arbeta.',
	)
	at(since + 62 * HOUR)
	await reply(
		making,
		attention,
		money,
		'I två kommuner betalar föreningen själv, ungefär 1 200 kronor per möte. Vi skickar gärna underlaget.',
	)
	at(since + 67 * HOUR)
	await comment(
		making,
		shedo,
		undefined,
		'Texten är lätt att läsa, och det är vi glada för. Säg redan i första stycket att förslaget inte fungerar utan pengar. Nu kommer det lite i skymundan.',
	)
}

async function comment(making: Commenting, voice: Voice, on: BlockVersion | undefined, text: string) {
	const { deps, order, statementId } = making
	const command = { statementId, associationId: voice.associationId, versionId: on?.id ?? null, text }
	return granted(await makeComment(deps, order(voice.person, command))).value.threadId
}

async function reply(making: Commenting, voice: Voice, threadId: CommentId, text: string): Promise<void> {
	const { deps, order, statementId } = making
	const command = { statementId, threadId, associationId: voice.associationId, replyTo: null, text }
	granted(await replyToComment(deps, order(voice.person, command)))
}

async function answer(
	{ deps, order, statementId }: Commenting,
	{ person }: Voice,
	{ thread: threadId, seen }: { readonly thread: CommentId; readonly seen: number },
	text: string,
): Promise<void> {
	granted(await resolveComment(deps, order(person, { statementId, threadId, text, seen })))
}

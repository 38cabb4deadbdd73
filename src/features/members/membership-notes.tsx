import { ACTS } from '#domain/acts.ts'
import { bylawsOf, formerOf, newcomersOf } from '#domain/coalition/in-force.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import type { MembersView } from '#read/members/members.ts'
import { href, routes } from '#routes'
import type { PageView } from '#ui/page-view.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'

type Props = Pick<
	PageView<MembersView, { readonly coalition: string }>,
	'data' | 'lang' | 'now' | 'viewer' | 'form' | 'params'
>

/** From when a member is in ballots, where it is not yet; and when it leaves, with the way to keep it. */
export function MembershipNotes({ id, ...props }: Props & { readonly id: AssociationId }) {
	const { data, lang, now, viewer, form, params } = props
	const t = catalogue(lang).changes
	const member = data.coalition.associations.find((each) => each.id === id)
	const newcomer = newcomersOf(data.coalition, now).find((each) => each.id === id)
	return (
		<>
			{newcomer && <small class="about">{t.votesFrom(newcomer.from)}</small>}
			{member && member.leavesAt !== null && (
				<>
					<small class="about">{t.leavesAt(member.leavesAt)}</small>
					{offers(ACTS.keepAssociation, viewer) && (
						<Form action={href(routes.associationKeeping, { ...params, association: id })} form={form}>
							<Button look="secondary">{t.keep(member.name)}</Button>
						</Form>
					)}
				</>
			)}
		</>
	)
}

/** By which bylaws ballots opened now are decided, and which wait to replace them. */
export function BylawsInForce({ data, lang, now }: Pick<Props, 'data' | 'lang' | 'now'>) {
	const { changes, settings, ballot } = catalogue(lang)
	const { coalition } = data
	const { preset } = bylawsOf(coalition, now)
	const former = formerOf(coalition, now)
	return (
		<section>
			<h2>{changes.bylaws}</h2>
			<p>{changes.bylawsNow(settings.presets[preset], ballot.presets[preset])}</p>
			{former && (
				<Sentence>
					{changes.bylawsPending(settings.presets[preset], settings.presets[coalition.preset], former.until)}{' '}
					{ballot.presets[coalition.preset]}
				</Sentence>
			)}
		</section>
	)
}

import { ACTS } from '#domain/acts.ts'
import { offersSeating } from '#domain/members/seating.ts'
import { ASSOCIATION_ROLES, COALITION_ROLES } from '#domain/members/seats.ts'
import { catalogue } from '#i18n/index.ts'
import type { MembersView } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { DateField, EmailField, Select, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'
import { placesIn } from './done-notice.tsx'
import { isCurrent } from './seat-table.tsx'

type Props = PageView<MembersView, { readonly coalition: string }>

/** What a person is called may be long; longer is a slip. Characters. */
const _NAME_LIMIT = 120

/** Gives somebody a seat, in place of somebody where `replaces` says so. */
export function NewSeatPage(props: Props) {
	const { data, form, lang, frame, params, query } = props
	const t = catalogue(lang).members
	const asked = (field: string) => typedValue(form, field, query.get(field) ?? '')
	const association = data.coalition.associations.find(({ id }) => id === asked('association'))
	const replaced = data.seats.find((seat) => seat.id === asked('replaces') && isCurrent(seat, props.now))
	const roles = (association || replaced?.associationId ? ASSOCIATION_ROLES : COALITION_ROLES).filter((role) =>
		offersSeating(ACTS.seatPerson, props.viewer, role),
	)
	const where = association?.name ?? data.coalition.name
	const title = replaced
		? t.replaceTitle(t.rolesInText[replaced.role], where)
		: association
			? t.giveSeatIn(association.name)
			: t.giveSeatInCoalition
	const shown = form.errors.who === undefined ? form : { ...form, errors: { ...form.errors, who: t.samePersonError } }
	const back = association
		? href(routes.association, { ...params, association: association.id })
		: href(routes.members, params)
	return (
		<Page {...frame} title={title} where={crumbs(props, association)} errors={shown.errors}>
			{replaced && (
				<Inset>
					<p>{t.replaceMeans(replaced.person?.name ?? t.erased)}</p>
				</Inset>
			)}
			<Form
				action={href(routes.seats, params)}
				form={shown}
				values={{
					association: asked('association'),
					replaces: asked('replaces'),
					...(replaced ? { role: replaced.role } : {}),
				}}
			>
				<Who {...props} />
				{roles.length === 1 && !replaced && <p>{t.chairByChair}</p>}
				{!replaced && (
					<Radios
						name="role"
						label={t.role}
						value={query.get('role') ?? ''}
						options={roles.map((role) => ({ value: role, label: t.roles[role], hint: t.roleHints[role] }))}
					/>
				)}
				<DateField name="until" label={t.untilField} hint={t.untilHint} optional value={query.get('until') ?? ''} />
				<SubmitRow cancel={back}>{replaced ? t.replaceNow : t.giveNow}</SubmitRow>
			</Form>
		</Page>
	)
}

function Who({ data, form, lang, now }: Props) {
	const t = catalogue(lang).members
	const email = typedValue(form, 'email').trim().toLowerCase()
	const sharing = email === '' ? [] : data.persons.filter(({ emails }) => emails.includes(email))
	const here = new Set(data.seats.filter((seat) => isCurrent(seat, now)).map(({ personId }) => personId))
	const seats = Map.groupBy(data.seats, ({ personId }) => personId)
	const placeOf = placesIn({ ...data, left: [] })
	return (
		<>
			<TextField name="name" label={t.personName} autocomplete="off" />
			<EmailField name="email" label={t.emailField} hint={t.emailHint} optional autocomplete="off" />
			{sharing.length > 0 ? (
				<Radios
					name="who"
					label={t.samePerson}
					hint={t.samePersonHint}
					options={[
						...sharing.map(({ id, name }) => ({ value: id, label: t.isSame(name) })),
						{ value: 'another', label: t.isAnother },
					]}
				/>
			) : (
				<Select
					name="who"
					label={t.alreadyHere}
					hint={t.alreadyHereHint}
					optional
					options={data.persons
						.filter(({ id }) => here.has(id))
						.map(({ id, name }) => ({ value: id, label: described(name, (seats.get(id) ?? []).map(placeOf)) }))}
				/>
			)}
		</>
	)
}

/** Two people can have one name: what they do here tells them apart. */
const described = (name: string, places: readonly string[]) => `${name} (${[...new Set(places)].join(', ')})`

function crumbs({ lang, params }: Props, association: { readonly id: string; readonly name: string } | undefined) {
	const members = trail(lang, params.coalition, 'workspace', 'members')
	return association
		? [
				...members,
				{ label: association.name, href: href(routes.association, { ...params, association: association.id }) },
			]
		: members
}
